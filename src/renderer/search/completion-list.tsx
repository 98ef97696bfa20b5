/** The completions below the search box. The focus stays in the box, which names the one that is meant. */
import { useEffect, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { optionId } from './option-id.ts'
import type { CompletionBox } from './use-completion.ts'
import './completion-list.css'

export function CompletionList({ id, box }: { readonly id: string; readonly box: CompletionBox }) {
  const { t } = useI18n()
  const { completion, activeIndex } = box
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (activeIndex !== null) list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' })
  }, [activeIndex])
  const count = completion?.items.length ?? 0
  return (
    <>
      <span className="visually-hidden" aria-live="polite">
        {count > 0 && t('search.completions.count', { count })}
      </span>
      {completion !== null && (
        <div ref={list} id={id} className="completions" role="listbox" aria-label={t('search.completions')}>
          {completion.items.map((item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's.
            <div
              key={item.word}
              id={optionId(id, index)}
              className="completion"
              role="option"
              tabIndex={-1}
              aria-selected={index === activeIndex}
              // The focus stays in the box.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => box.choose(item)}
            >
              <span className="completion-word">
                {item.word}
                {completion.kind === 'operator' && ':'}
              </span>{' '}
              <span className="completion-help">{item.help}</span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
