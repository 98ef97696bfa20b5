/** Copies a diagnosis as text, with what whoever helps asks for first. */
import { sourceName } from '../connection/connection-words.ts'
import { withoutSecrets } from '../connection/without-secrets.ts'
import { CopyButton } from '../detail/copy-button.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import type { DiagnosisView } from './diagnosis-run.ts'
import { reportText } from './diagnosis-words.ts'

export function CopyReport({ view }: { readonly view: Extract<DiagnosisView, { kind: 'over' }> }) {
  const i18n = useI18n()
  const capabilities = useWindowState(({ engine }) => engine?.capabilities ?? null)
  const source = useWindowState(({ engine }) => engine?.source ?? null)
  if (capabilities === null || source === null) return null
  const kept = source.isEmbedded ? sourceName(i18n, source) : source.url
  const text = reportText(i18n, view.steps, {
    ...{ capabilities, agent: navigator.userAgent, at: view.at, isCancelled: view.isCancelled },
    source: view.address === null ? kept : withoutSecrets(view.address),
  })
  return <CopyButton text={text} word={i18n.t('diagnosis.copy')} />
}
