/** Tabs after the ARIA pattern: arrow keys choose, Tab goes on into the panel. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react'

const tabs = [
  { name: 'notifications', word: 'Notifications' },
  { name: 'statistics', word: 'Statistics' },
  { name: 'activity', word: 'Activity' },
] as const

export type TabName = (typeof tabs)[number]['name']

type Props = {
  readonly chosen: TabName
  readonly onChoose: (tab: TabName) => void
  readonly children: ReactNode
}

export function Tabs({ chosen, onChoose, children }: Props) {
  const strip = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const from = tabs.findIndex(({ name }) => name === chosen)
    const next = tabs.at((from + by) % tabs.length)
    if (next === undefined) return
    onChoose(next.name)
    strip.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus()
  }
  return (
    <>
      <div ref={strip} className="tabs" role="tablist" aria-label="Views" onKeyDown={move}>
        {tabs.map(({ name, word }) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            className="tab"
            role="tab"
            aria-selected={name === chosen}
            aria-controls="tab-panel"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {word}
          </button>
        ))}
      </div>
      <div id="tab-panel" className="tab-panel" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  )
}
