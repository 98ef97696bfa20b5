/** Tabs after the ARIA pattern: arrow keys choose, Tab goes on into the panel. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { type TabName, tabNames } from './tab-name.ts'

type Props = {
  readonly chosen: TabName
  readonly onChoose: (tab: TabName) => void
  readonly children: ReactNode
}

export function Tabs({ chosen, onChoose, children }: Props) {
  const { t, direction } = useI18n()
  const strip = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const towards = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (towards === undefined) return
    const by = direction === 'rtl' ? -towards : towards
    event.preventDefault()
    const next = tabNames.at((tabNames.indexOf(chosen) + by) % tabNames.length)
    if (next === undefined) return
    onChoose(next)
    strip.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <>
      <div ref={strip} className="tabs" role="tablist" aria-label={t('layout.views')} onKeyDown={move}>
        {tabNames.map((name) => (
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
            {t(`layout.tab.${name}`)}
          </button>
        ))}
      </div>
      <div id="tab-panel" className="tab-panel" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  )
}
