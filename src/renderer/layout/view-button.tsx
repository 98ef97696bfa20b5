/** Chooses a panel of the right pane. One that a notification covers is not what is shown. */
import type { ReactNode } from 'react'
import { useStore, useWindowState } from '../store/store-context.tsx'
import type { PanelName } from './tab-name.ts'

type Props = {
  readonly panel: PanelName
  readonly className: string
  readonly children: ReactNode
}

export function ViewButton({ panel, className, children }: Props) {
  const { place } = useStore()
  const isShown = useWindowState((state) => state.place.panel === panel && !state.selection.isOpen)
  return (
    <button type="button" className={className} aria-pressed={isShown} onClick={() => place.show(panel)}>
      {children}
    </button>
  )
}
