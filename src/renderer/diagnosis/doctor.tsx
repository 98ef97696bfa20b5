/** The doctor: what is wrong, if something is, and what to do about it. */
import { Stethoscope } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { DiagnosisResult } from './diagnosis-result.tsx'
import { useDiagnosis } from './use-diagnosis.ts'

export function Doctor() {
  const { t } = useI18n()
  const diagnosis = useDiagnosis()
  const isHostHere = useWindowState((state) => state.host.kind === 'here')
  const { kind } = diagnosis.view
  return (
    <section className="card doctor" aria-label={t('diagnosis.title')}>
      <h2 className="card-title">{t('diagnosis.title')}</h2>
      {kind === 'none' && <p className="fact-help">{t('diagnosis.help')}</p>}
      {kind !== 'running' && (
        <button type="button" className="button" disabled={!isHostHere} onClick={() => diagnosis.run(null)}>
          <Stethoscope size={14} aria-hidden="true" />
          {t(kind === 'none' ? 'diagnosis.run' : 'diagnosis.run.again')}
        </button>
      )}
      <DiagnosisResult diagnosis={diagnosis} />
    </section>
  )
}
