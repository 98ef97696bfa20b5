/** Where notifications come from and as whom: shown, and changed in place. */
import { Stethoscope } from 'lucide-react'
import { DiagnosisResult } from '../diagnosis/diagnosis-result.tsx'
import { useDiagnosis } from '../diagnosis/use-diagnosis.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { EditableFact } from './editable-fact.tsx'
import { clientIdProblem, sourceProblem } from './source-check.ts'
import { withoutSecrets } from './without-secrets.ts'

export function SourceCard() {
  const i18n = useI18n()
  const { t } = i18n
  const { client } = useStore()
  const settings = useWindowState(({ engine }) => engine?.settings ?? null)
  const isOverride = useWindowState(({ engine }) => engine?.source.isOverride ?? false)
  if (settings === null) return null
  return (
    <div className="card">
      <dl className="facts editable-facts">
        <EditableFact
          name={t('connection.source')}
          value={settings.source}
          shown={<Address address={settings.source} />}
          help={t('connection.source.help')}
          note={isOverride ? t('connection.source.override') : null}
          placeholder={t('connection.source.built-in')}
          findProblem={(text) => sourceProblem(i18n, text)}
          save={(source) => client.call('changeSettings', { source })}
          more={(text) => <TestOfAddress key={text} address={text} />}
        />
        <EditableFact
          name={t('connection.client-id')}
          value={settings.clientId}
          shown={<bdi>{displayLine(settings.clientId)}</bdi>}
          help={t('connection.client-id.help')}
          findProblem={(text) => clientIdProblem(i18n, text)}
          save={(clientId) => client.call('changeSettings', { clientId })}
        />
      </dl>
    </div>
  )
}

/** A password or a token in an address is nobody's who looks over a shoulder: it is seen while it is changed. */
function Address({ address }: { readonly address: string }) {
  const { t } = useI18n()
  if (address === '') return t('connection.source.built-in')
  return (
    <bdi dir="ltr" className="fact-address">
      {displayLine(withoutSecrets(address))}
    </bdi>
  )
}

function TestOfAddress({ address }: { readonly address: string }) {
  const i18n = useI18n()
  const diagnosis = useDiagnosis()
  const isRunning = diagnosis.view.kind === 'running'
  return (
    <div className="address-test">
      {!isRunning && (
        <button
          type="button"
          className="button"
          disabled={sourceProblem(i18n, address) !== null}
          onClick={() => diagnosis.run(address)}
        >
          <Stethoscope size={14} aria-hidden="true" />
          {i18n.t('connection.test')}
        </button>
      )}
      <DiagnosisResult diagnosis={diagnosis} />
    </div>
  )
}
