/** How a program of this computer sends a notification here: the command, to be copied. */
import { CopyButton } from '../detail/copy-button.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'

export function SendCard() {
  const { t } = useI18n()
  const url = useWindowState(({ engine }) => engine?.source.publishUrl ?? null)
  if (url === null) return null
  // Double quotes: single ones are none to the shell of Windows.
  const command = `curl -d "${t('connection.send.example')}" ${url}`
  return (
    <section className="card" aria-label={t('connection.send')}>
      <h2 className="card-title">{t('connection.send')}</h2>
      <p className="fact-help">{t('connection.send.help')}</p>
      <p>
        <code dir="ltr" className="fact-address">
          {command}
        </code>
      </p>
      <CopyButton text={command} word={t('connection.send.copy')} />
    </section>
  )
}
