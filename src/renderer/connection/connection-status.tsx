/** The state of the connection in one line. What counts by the second stands outside of it: it would be read aloud. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { type ConnectionTone, describeConnection, sourceName } from './connection-words.ts'
import './connection.css'

export function ConnectionStatus() {
  const i18n = useI18n()
  const { t } = i18n
  const host = useWindowState((state) => state.host)
  const engine = useWindowState((state) => state.engine)
  if (host.kind === 'gone') {
    return <Status word={t('connection.disconnected')} tone="off" place={t('connection.host-gone')} />
  }
  if (engine === null) {
    return <Status word={t('connection.connecting')} tone="busy" place={t('connection.to-host')} />
  }
  const { word, tone, reason } = describeConnection(i18n, engine.connection)
  const isSilent = engine.connection.phase === 'live' && reason !== null
  return <Status word={word} tone={tone} place={isSilent ? reason : sourceName(i18n, engine.source)} />
}

type Props = { readonly word: string; readonly tone: ConnectionTone; readonly place: string }

function Status({ word, tone, place }: Props) {
  return (
    <div className="connection-status" role="status" data-tone={tone}>
      <span className="connection-dot" aria-hidden="true" />
      <span className="connection-word">
        {word}
        <span className="visually-hidden">, </span>
      </span>
      <bdi className="connection-place">{place}</bdi>
    </div>
  )
}
