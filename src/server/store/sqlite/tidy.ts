/** Removes what is past its time or past the limits, a slice at a time: always the oldest of a stream. */
import type { DatabaseSync } from 'node:sqlite'
import { createRemoval } from './removal.ts'
import { everyoneId } from './schema.ts'

export type StoreLimits = {
  readonly retentionMs: number
  /** Of one stream: a client's own, or everyone's. */
  readonly messagesPerStream: number
  readonly bytesPerStream: number
  readonly messages: number
  readonly bytes: number
  /** Of those for whom nothing of their own is kept; beyond it, who was seen longest ago is forgotten. */
  readonly idleClients: number
}

export type Tidy = {
  /** One slice. @returns whether there may be more to do */
  slice(nowMs: number): boolean
  /** As `slice`, but forgets no client. */
  expire(nowMs: number): boolean
  /** Some of the clients that a slice would forget. */
  forgettable(nowMs: number): readonly ForgettableClient[]
  /** Keeps a stream that has grown within its limits; a few rows each time. */
  bound(stream: GrownStream): void
  /** More is kept than should be, in all. */
  isOverfull(): boolean
}

export type GrownStream = {
  readonly streamId: number
  readonly oldest: number
  readonly head: number
  readonly bytes: number
}

export type ForgettableClient = {
  readonly clientId: string
  readonly seenAtMs: number
  readonly head: number
}

/** As long as the answer to a repeated request is promised. */
export const idempotencyMs = 24 * 60 * 60 * 1000
/** A key is kept for longer: nodes whose clocks differ must find the same ones. */
const idempotencySlackMs = 60 * 60 * 1000
const sliceRows = 256

/** All of it within a transaction. */
export function createTidy(database: DatabaseSync, limits: StoreLimits): Tidy {
  const removal = createRemoval(database)
  const totals = database.prepare('SELECT messages, bytes FROM store')
  const oldest = database.prepare(`
    SELECT position, stream_id AS streamId, sequence, octet_length(frame) AS bytes, published_at AS publishedAt
    FROM messages ORDER BY position LIMIT ${sliceRows}`)
  const oldestOf = database.prepare(`
    SELECT position, stream_id AS streamId, sequence, octet_length(frame) AS bytes
    FROM messages WHERE stream_id = ? ORDER BY sequence LIMIT ${sliceRows}`)
  const removeKeys = database.prepare(`
    DELETE FROM idempotency_keys WHERE key IN
      (SELECT key FROM idempotency_keys WHERE used_at < ? ORDER BY used_at LIMIT ${sliceRows})`)
  const idle = `stream_id <> ${everyoneId} AND oldest > head`
  const unseen = `SELECT stream_id FROM streams WHERE ${idle} AND seen_at < ? ORDER BY seen_at LIMIT ${sliceRows}`
  const excess = `SELECT stream_id FROM streams WHERE ${idle} ORDER BY seen_at DESC LIMIT ${sliceRows} OFFSET ?`
  const removeUnseen = database.prepare(`DELETE FROM streams WHERE stream_id IN (${unseen})`)
  const removeExcess = database.prepare(`DELETE FROM streams WHERE stream_id IN (${excess})`)
  const listForgettable = database.prepare(`
    SELECT client_id AS clientId, seen_at AS seenAtMs, head FROM streams
    WHERE stream_id IN (${unseen}) OR stream_id IN (${excess})`)

  function kept(): { messages: number; bytes: number } {
    const row = totals.get()
    return { messages: Number(row?.['messages']), bytes: Number(row?.['bytes']) }
  }
  const isOver = ({ messages, bytes }: { messages: number; bytes: number }): boolean =>
    messages > limits.messages || bytes > limits.bytes

  function removeOldest(nowMs: number): number {
    const left = kept()
    const due = []
    for (const row of oldest.iterate()) {
      if (Number(row['publishedAt']) > nowMs - limits.retentionMs && !isOver(left)) break
      const message = toRemovable(row)
      due.push(message)
      left.messages -= 1
      left.bytes -= message.bytes
    }
    removal.remove(due)
    return due.length
  }

  const expireSome = (nowMs: number): number[] => [
    removeOldest(nowMs),
    removal.sweep(sliceRows),
    Number(removeKeys.run(nowMs - idempotencyMs - idempotencySlackMs).changes),
  ]
  const isMore = (removed: readonly number[]): boolean => removed.some((count) => count >= sliceRows)

  return {
    isOverfull: () => isOver(kept()),
    slice(nowMs) {
      return isMore([
        ...expireSome(nowMs),
        Number(removeUnseen.run(nowMs - limits.retentionMs).changes),
        Number(removeExcess.run(limits.idleClients).changes),
      ])
    },
    expire: (nowMs) => isMore(expireSome(nowMs)),
    forgettable: (nowMs) =>
      listForgettable.all(nowMs - limits.retentionMs, limits.idleClients) as ForgettableClient[], // the columns above
    bound({ streamId, oldest: first, head, bytes }) {
      let excess = head - first + 1 - limits.messagesPerStream
      let excessBytes = bytes - limits.bytesPerStream
      if (excess <= 0 && excessBytes <= 0) return
      const due = []
      for (const row of oldestOf.iterate(streamId)) {
        // The one that was just stored is not given up, however large.
        if ((excess <= 0 && excessBytes <= 0) || Number(row['sequence']) === head) break
        const message = toRemovable(row)
        due.push(message)
        excess -= 1
        excessBytes -= message.bytes
      }
      removal.remove(due)
    },
  }
}

function toRemovable(row: Readonly<Record<string, unknown>>) {
  return {
    position: Number(row['position']),
    streamId: Number(row['streamId']),
    sequence: Number(row['sequence']),
    bytes: Number(row['bytes']),
  }
}
