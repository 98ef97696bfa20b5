/** Stores a message: numbers it within its stream, unless its idempotency key was used before. */
import type { DatabaseSync } from 'node:sqlite'
import type { Appended, Draft, StreamKey } from '../store.ts'
import type { StreamTable } from './stream-table.ts'

/** What the other thread cannot know by itself; the draft stays there. */
export type AppendResult =
  | { readonly kind: 'stored'; readonly position: number; readonly sequence: number }
  | Exclude<Appended, { kind: 'stored' }>

/** @returns a function to be called within a transaction */
export function createAppend(database: DatabaseSync, streams: StreamTable): (draft: Draft) => AppendResult {
  const insert = database.prepare(
    'INSERT INTO messages (stream_id, sequence, id, frame, published_at) VALUES (?, ?, ?, ?, ?)',
  )
  const findKey = database.prepare('SELECT hash, id, client_id FROM idempotency_keys WHERE key = ?')
  const insertKey = database.prepare('INSERT INTO idempotency_keys VALUES (?, ?, ?, ?, ?)')

  return (draft) => {
    const { stream, id, frame, publishedAtMs, idempotency } = draft
    if (idempotency !== null) {
      const used = findKey.get(idempotency.key)
      if (used?.['hash'] === idempotency.hash) {
        return { kind: 'repeated', id: String(used['id']), stream: used['client_id'] as StreamKey } // a nullable TEXT
      }
      if (used !== undefined) return { kind: 'key-reused' }
      insertKey.run(idempotency.key, idempotency.hash, id, stream, publishedAtMs)
    }
    const { streamId, sequence } = streams.next(stream, frame.length, publishedAtMs)
    const { lastInsertRowid } = insert.run(streamId, sequence, id, frame, publishedAtMs)
    return { kind: 'stored', position: Number(lastInsertRowid), sequence }
  }
}
