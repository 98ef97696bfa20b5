/** The connection in words: what a status line says of it. */
import type { ConnectionView, SourceView } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { assertNever } from '../store/assert-never.ts'
import { displayLine } from '../text/display-text.ts'

export type ConnectionTone = 'good' | 'busy' | 'bad' | 'off'

export type ConnectionWords = {
  readonly word: string
  readonly tone: ConnectionTone
  readonly reason: string | null
}

export function describeConnection({ t, formats }: I18n, connection: ConnectionView): ConnectionWords {
  switch (connection.phase) {
    case 'live': {
      const { silentSince } = connection
      const word = t('connection.connected')
      if (silentSince === null) return { word, tone: 'good', reason: null }
      const reason = t('connection.silent', { time: formats.clockTime(silentSince) })
      return { word, tone: 'busy', reason }
    }
    case 'connecting':
      return { word: t('connection.connecting'), tone: 'busy', reason: null }
    case 'waiting':
      return { word: t('connection.reconnecting'), tone: 'bad', reason: displayLine(connection.reason) }
    case 'disconnected':
      return { word: t('connection.disconnected'), tone: 'off', reason: displayLine(connection.reason) }
    default:
      return assertNever(connection)
  }
}

/** The source as people call it: the built-in server, or the host of its address. */
export function sourceName({ t }: I18n, source: SourceView): string {
  if (source.isEmbedded) return t('connection.built-in')
  const address = URL.canParse(source.url) ? new URL(source.url).host : source.url
  return displayLine(address, t('connection.unusable'))
}
