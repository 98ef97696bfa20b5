/** The line between two panes: moved by dragging and by the arrow keys, a window splitter after the ARIA pattern. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { type PaneName, paneLimits } from './pane-limits.ts'
import { widthByKey, widthByPointer } from './separator-moves.ts'
import { useWidth } from './use-width.ts'
import './separator.css'

type Props = {
  readonly pane: PaneName
  /** Of the pane that it makes wider. */
  readonly paneId: string
}

export function Separator({ pane, paneId }: Props) {
  const { t, direction } = useI18n()
  const { place } = useStore()
  const widthPx = useWidth(paneId)
  /** Where the pointer took hold, and how wide the pane was then. */
  const grip = useRef<{ readonly x: number; readonly widthPx: number } | null>(null)
  const { minPx, maxPx } = paneLimits[pane]

  const take = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, widthPx }
  }
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (grip.current === null) return
    const byPx = event.clientX - grip.current.x
    place.resize(pane, widthByPointer(pane, direction, grip.current.widthPx, byPx))
  }
  const letGo = (): void => {
    grip.current = null
  }
  const moveByKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const width = widthByKey(event.key, pane, direction, widthPx)
    if (width === undefined) return
    event.preventDefault()
    place.resize(pane, width)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is no <hr>.
    <div
      className="separator"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(`layout.resize.${pane}`)}
      aria-controls={paneId}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      aria-valuenow={widthPx}
      aria-valuetext={t('layout.resize.width', { width: widthPx })}
      title={t('layout.resize.help')}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => place.resize(pane, null)}
      onKeyDown={moveByKey}
    />
  )
}
