/** Stores a message: numbers it within its stream, unless its idempotency key was used before. */
import type { DatabaseSync } from 'node:sqlite'
import type { Appended, Draft, StreamKey } from '../store.ts'
import type { StreamTable } from './stream-table.ts'
import { idempotencyMs, type Tidy } from './tidy.ts'

/** What the other thread cannot know by itself; the draft stays there. */
export type AppendResult =
  | { readonly kind: 'stored'; readonly position: number; readonly sequence: number }
  | Exclude<Appended, { kind: 'stored' }>

/** @returns a function to be called within a transaction */
export function createAppend(
  database: DatabaseSync,
  streams: StreamTable,
  tidy: Pick<Tidy, 'bound'>,
): (draft: Draft) => AppendResult {
  const insert = database.prepare(
    'INSERT INTO messages (stream_id, sequence, id, frame, published_at) VALUES (?, ?, ?, ?, ?)',
  )
  const findKey = database.prepare(
    'SELECT hash, id, client_id FROM idempotency_keys WHERE key = ? AND used_at > ?',
  )
  const insertKey = database.prepare('INSERT OR REPLACE INTO idempotency_keys VALUES (?, ?, ?, ?, ?)')

  return (draft) => {
    const { stream, id, frame, publishedAtMs, idempotency } = draft
    if (idempotency !== null) {
      const used = findKey.get(idempotency.key, publishedAtMs - idempotencyMs)
      if (used?.['hash'] === idempotency.hash) {
        return { kind: 'repeated', id: String(used['id']), stream: used['client_id'] as StreamKey } // a nullable TEXT
      }
      if (used !== undefined) return { kind: 'key-reused' }
      insertKey.run(idempotency.key, idempotency.hash, id, stream, publishedAtMs)
    }
    const grown = streams.next(stream, Buffer.byteLength(frame), publishedAtMs)
    const { streamId, head: sequence } = grown
    const { lastInsertRowid } = insert.run(streamId, sequence, id, frame, publishedAtMs)
    tidy.bound(grown)
    return { kind: 'stored', position: Number(lastInsertRowid), sequence }
  }
}
