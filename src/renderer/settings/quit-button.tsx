/** Ends Tocsin, where a window can: without a tray there may be no other way. */
import { Power } from 'lucide-react'
import { useId } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { useAsk } from '../store/use-ask.ts'
import { FieldProblem } from './field-problem.tsx'

/** It asks for no confirmation: nothing is lost, and one start brings everything back. */
export function QuitButton() {
  const { client, place } = useStore()
  const { t } = useI18n()
  const id = useId()
  const { problem, ask } = useAsk()
  const quit = async (): Promise<void> => {
    // What is to be said from now on stands above the panes.
    if ((await ask(client.call('quit', {}))) !== null) place.closeSettings()
  }
  return (
    <div className="setting">
      <button
        type="button"
        className="button setting-button"
        aria-describedby={id}
        onClick={() => void quit()}
      >
        <Power size={15} aria-hidden="true" />
        {t('settings.quit')}
      </button>
      <FieldProblem problem={problem} />
      <p className="setting-help" id={id}>
        {t('settings.quit.help')}
      </p>
    </div>
  )
}
