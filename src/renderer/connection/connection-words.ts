/** The connection in words: what a status line says of it. */
import type { ConnectionView, SourceView } from '../../contract/snapshot.ts'
import { displayLine } from '../text/display-text.ts'
import { clockTime } from '../time/exact-time.ts'

export type ConnectionTone = 'good' | 'busy' | 'bad' | 'off'

export type ConnectionWords = {
  readonly word: string
  readonly tone: ConnectionTone
  readonly reason: string | null
}

export function describeConnection(connection: ConnectionView): ConnectionWords {
  switch (connection.phase) {
    case 'live': {
      const { silentSince } = connection
      if (silentSince === null) return { word: 'Connected', tone: 'good', reason: null }
      return { word: 'Connected', tone: 'busy', reason: `but silent since ${clockTime(silentSince)}` }
    }
    case 'connecting':
      return { word: 'Connecting', tone: 'busy', reason: null }
    case 'waiting':
      return { word: 'Reconnecting', tone: 'bad', reason: displayLine(connection.reason) }
    case 'disconnected':
      return { word: 'Disconnected', tone: 'off', reason: displayLine(connection.reason) }
  }
}

/** The source as people call it: the built-in server, or the host of its address. */
export function sourceName(source: SourceView): string {
  if (source.isEmbedded) return 'built-in server'
  return URL.canParse(source.url) ? new URL(source.url).host : displayLine(source.url, 'no usable source')
}
