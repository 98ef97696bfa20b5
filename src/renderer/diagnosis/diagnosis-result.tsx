/** A diagnosis while it runs and once it is over. */
import { diagnosisChecks } from '../../contract/diagnosis.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { CopyReport } from './copy-report.tsx'
import { DiagnosisStepItem } from './diagnosis-step-item.tsx'
import { verdict } from './diagnosis-words.ts'
import type { DiagnosisHandle } from './use-diagnosis.ts'
import './diagnosis.css'

export function DiagnosisResult({ diagnosis }: { readonly diagnosis: DiagnosisHandle }) {
  const i18n = useI18n()
  const { t } = i18n
  const { view } = diagnosis
  if (view.kind === 'none') return null
  const end = view.kind === 'over' ? verdict(i18n, view.steps, view.isCancelled) : null
  return (
    <div className="diagnosis-result">
      {view.kind === 'running' && (
        <div className="diagnosis-running">
          <progress
            aria-label={t('diagnosis.progress')}
            max={diagnosisChecks.length}
            value={view.steps.length}
          />
          <button type="button" className="button" onClick={diagnosis.cancel}>
            {t('diagnosis.cancel')}
          </button>
        </div>
      )}
      {/* Only what it came to is read aloud by itself. */}
      <p className="diagnosis-verdict" data-outcome={end?.tone} aria-live="polite">
        {view.kind === 'running' && t('diagnosis.running')}
        {view.kind === 'failed' && t('diagnosis.failed', { problem: view.problem })}
        {end?.words}
      </p>
      {view.kind !== 'failed' && view.steps.length > 0 && (
        <ol className="diagnosis-steps">
          {view.steps.map((step) => (
            <DiagnosisStepItem key={step.check} step={step} />
          ))}
        </ol>
      )}
      {view.kind === 'over' && view.steps.length > 0 && <CopyReport view={view} />}
    </div>
  )
}
