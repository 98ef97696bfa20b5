/** Reads what waits for a client, a page at a time: its own stream and everyone's, merged in order of publication. */
import type { DatabaseSync } from 'node:sqlite'
import type { Page, PageRequest, WaitingMessage } from '../store.ts'
import { everyoneId } from './schema.ts'
import type { StreamTable } from './stream-table.ts'

const pageLimits = { messages: 256, characters: 256 * 1024 } as const

export function createReadPage(
  database: DatabaseSync,
  streams: StreamTable,
  retentionMs: number,
): (request: PageRequest) => Page {
  // Past its time but not removed yet is gone: whoever asks twice must not be told otherwise.
  const read = database.prepare(`
    SELECT m.position, m.sequence, m.id, m.frame, m.published_at, a.client IS NOT NULL AS is_acknowledged
    FROM messages AS m
    LEFT JOIN acknowledgements AS a ON a.stream_id = m.stream_id AND a.sequence = m.sequence AND a.client = ?
    WHERE m.stream_id = ? AND m.sequence > ? ORDER BY m.sequence LIMIT ${pageLimits.messages}`)
  const firstAlive = database.prepare(`
    SELECT min(sequence) AS sequence FROM (
      SELECT sequence FROM messages WHERE stream_id = ? AND sequence > ? AND published_at > ?
      ORDER BY sequence LIMIT 1)`)

  /** One stream's part, cut by size. */
  function part(client: number, streamId: number, stream: string | null, after: number) {
    const messages: WaitingMessage[] = []
    let characters = 0
    for (const row of read.iterate(client, streamId, after)) {
      const frame = String(row['frame'])
      messages.push({
        stream,
        position: Number(row['position']),
        sequence: Number(row['sequence']),
        id: String(row['id']),
        frame,
        publishedAtMs: Number(row['published_at']),
        isAcknowledged: row['is_acknowledged'] === 1,
      })
      characters += frame.length
      if (characters >= pageLimits.characters) return { messages, isCut: true }
    }
    return { messages, isCut: messages.length === pageLimits.messages }
  }

  /** The sequence before the first that has not expired: `after` itself where none has. */
  function skipExpired(streamId: number, head: number, after: number, nowMs: number): number {
    const first = firstAlive.get(streamId, after, nowMs - retentionMs)?.['sequence']
    return typeof first === 'number' ? first - 1 : Math.max(head, after)
  }

  return ({ clientId, after, nowMs }) => {
    const client = streams.find(clientId)
    if (client === null) return { messages: [], from: after, through: after, isLast: true }
    const from = {
      own: skipExpired(client.streamId, client.head, after.own, nowMs),
      all: skipExpired(everyoneId, streams.everyone().head, after.all, nowMs),
    }
    const own = part(client.streamId, client.streamId, clientId, from.own)
    const all = part(client.streamId, everyoneId, null, from.all)
    // Past the end of a part that was cut, nothing is known of that stream: the other one has to wait there.
    const until = Math.min(
      own.isCut ? (own.messages.at(-1)?.position ?? 0) : Number.POSITIVE_INFINITY,
      all.isCut ? (all.messages.at(-1)?.position ?? 0) : Number.POSITIVE_INFINITY,
    )
    const within = ({ position }: WaitingMessage): boolean => position <= until
    const [owns, alls] = [own.messages.filter(within), all.messages.filter(within)]
    return {
      messages: [...owns, ...alls].sort((a, b) => a.position - b.position),
      from,
      through: { own: owns.at(-1)?.sequence ?? from.own, all: alls.at(-1)?.sequence ?? from.all },
      isLast: until === Number.POSITIVE_INFINITY,
    }
  }
}
