/** A card of figures: its title, and while they are read or cannot be read, that. */
import type { ReactNode } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import type { FreshAnswer } from './use-fresh.ts'

type Props<Value> = {
  readonly title: string
  readonly answer: Omit<FreshAnswer<Value>, 'ref'>
  /** Beside the title. */
  readonly controls?: ReactNode
  readonly children: (value: Value) => ReactNode
}

export function FigureCard<Value>({ title, answer, controls, children }: Props<Value>) {
  const { t } = useI18n()
  const { value, problem } = answer
  return (
    <div className="card figure-card">
      <div className="figure-head">
        <h3 className="card-title">{title}</h3>
        {controls}
      </div>
      {value !== null && children(value)}
      {problem !== null && (
        <p className="figures-hint" data-tone="error">
          {t(value === null ? 'statistics.failed' : 'statistics.failed.later', { problem })}{' '}
          <button type="button" className="link-button" onClick={answer.readNow}>
            {t('statistics.try-again')}
          </button>
        </p>
      )}
      {value === null && problem === null && <p className="figures-hint">{t('statistics.reading')}</p>}
    </div>
  )
}
