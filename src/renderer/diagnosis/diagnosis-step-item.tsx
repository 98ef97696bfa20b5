/** One step of a diagnosis: what it looked at, how it went, what to do; facts for whoever helps on demand. */
import { CircleAlert, CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import type { DiagnosisStep } from '../../contract/diagnosis.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { displayLine, displaySource } from '../text/display-text.ts'
import { spanWords } from '../time/span-words.ts'

const icons: Readonly<Record<DiagnosisStep['outcome'], LucideIcon>> = {
  good: CircleCheck,
  doubtful: CircleAlert,
  bad: CircleX,
  unknown: CircleHelp,
}

export function DiagnosisStepItem({ step }: { readonly step: DiagnosisStep }) {
  const i18n = useI18n()
  const { t } = i18n
  const { check, outcome, text, detail, tookMs } = step
  const Icon = icons[outcome]
  return (
    <li className="diagnosis-step" data-outcome={outcome}>
      <Icon className="diagnosis-icon" size={16} aria-hidden="true" />
      <div className="diagnosis-body">
        <p className="diagnosis-head">
          <span className="diagnosis-check">{t(`diagnosis.check.${check}`)}</span>
          <span className="diagnosis-outcome">{t(`diagnosis.outcome.${outcome}`)}</span>
          {/* What was not tried took no time. */}
          {tookMs > 0 && (
            <span className="diagnosis-took" title={t('diagnosis.took', { span: spanWords(i18n, tookMs) })}>
              {spanWords(i18n, tookMs)}
            </span>
          )}
        </p>
        <p className="diagnosis-text" dir="auto">
          {displayLine(text)}
        </p>
        {detail !== null && detail !== '' && (
          <details className="diagnosis-detail">
            <summary>{t('diagnosis.detail')}</summary>
            <pre dir="ltr">{displaySource(detail)}</pre>
          </details>
        )}
      </div>
    </li>
  )
}
