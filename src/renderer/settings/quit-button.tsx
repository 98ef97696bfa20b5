/** Ends Tocsin, where a window can: without a tray there may be no other way. */
import { Power } from 'lucide-react'
import { useId, useState } from 'react'
import { useStore } from '../store/store-context.tsx'

/** It asks for no confirmation: nothing is lost, and one start brings everything back. */
export function QuitButton() {
  const { client, place } = useStore()
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const quit = (): void => {
    // What is to be said from now on stands above the panes.
    client.call('quit', {}).then(place.closeSettings, (fault: unknown) => {
      setProblem(fault instanceof Error ? fault.message : String(fault))
    })
  }
  return (
    <div className="setting">
      <button type="button" className="button setting-button" aria-describedby={id} onClick={quit}>
        <Power size={15} aria-hidden="true" />
        Quit Tocsin
      </button>
      {problem !== null && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="setting-help" id={id}>
        Everything is stored first. Until Tocsin is started again it receives nothing and shows no toasts.
      </p>
    </div>
  )
}
