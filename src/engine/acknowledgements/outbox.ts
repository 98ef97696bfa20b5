/** The outbox: acknowledgements on disk, from wished for to confirmed by the server. Not: when they are sent. */
import type { DatabaseSync } from 'node:sqlite'

export type OutboxState = 'pending' | 'sent' | 'confirmed' | 'unconfirmed'
export type OutboxEntry = { readonly acknowledgementId: number; readonly wireId: string }

export type Outbox = {
  /** A pending acknowledgement of that id: a new one, or the one that waits already. Inside a transaction. */
  add(sourceId: number, wireId: string, requestedAt: number): number
  /** The newest pending ones of a source: what the user has just done comes first. */
  pending(sourceId: number, limit: number): readonly OutboxEntry[]
  setState(acknowledgementIds: readonly number[], state: OutboxState): void
  /** A confirmation confirms every outstanding acknowledgement of its id (spec.md, fact 1). @returns those */
  confirm(sourceId: number, wireId: string, confirmedAt: number): readonly number[]
  /** At a new connection: what was sent on the last one is to be sent again. @returns those */
  reopen(sourceId: number): readonly number[]
  /** The newest that no server has confirmed, wished for since `since` (milliseconds since the epoch). */
  unconfirmed(sourceId: number, since: number, limit: number): readonly OutboxEntry[]
  /** The rows that acknowledgements cover. */
  rowIds(acknowledgementIds: readonly number[]): readonly number[]
}

export function createOutbox(database: DatabaseSync): Outbox {
  const findPending = database.prepare(
    `SELECT acknowledgement_id FROM acknowledgements WHERE source_id = ? AND wire_id = ? AND state = 'pending'`,
  )
  const insert = database.prepare(
    `INSERT INTO acknowledgements (source_id, wire_id, state, requested_at) VALUES (?, ?, 'pending', ?)`,
  )
  const pending = database.prepare(
    `SELECT acknowledgement_id, wire_id FROM acknowledgements
     WHERE source_id = ? AND state = 'pending' ORDER BY acknowledgement_id DESC LIMIT ?`,
  )
  const setState = database.prepare('UPDATE acknowledgements SET state = ? WHERE acknowledgement_id = ?')
  const confirm = database.prepare(
    `UPDATE acknowledgements SET state = 'confirmed', confirmed_at = ?
     WHERE source_id = ? AND wire_id = ? AND state <> 'confirmed' RETURNING acknowledgement_id`,
  )
  const reopen = database.prepare(
    `UPDATE acknowledgements SET state = 'pending'
     WHERE source_id = ? AND state <> 'confirmed' AND state = 'sent' RETURNING acknowledgement_id`,
  )
  const unconfirmed = database.prepare(
    `SELECT acknowledgement_id, wire_id FROM acknowledgements
     WHERE source_id = ? AND state <> 'confirmed' AND state = 'unconfirmed' AND requested_at >= ?
     ORDER BY acknowledgement_id DESC LIMIT ?`,
  )
  const rows = database.prepare('SELECT row_id FROM notifications WHERE acknowledgement_id = ?')
  const ids = (found: Readonly<Record<string, unknown>>[]): number[] =>
    found.map((row) => Number(row['acknowledgement_id']))

  return {
    add(sourceId, wireId, requestedAt) {
      const waiting = findPending.get(sourceId, wireId)
      return Number(
        waiting?.['acknowledgement_id'] ?? insert.run(sourceId, wireId, requestedAt).lastInsertRowid,
      )
    },
    pending: (sourceId, limit) => pending.all(sourceId, limit).map(toEntry),
    setState(acknowledgementIds, state) {
      for (const id of acknowledgementIds) setState.run(state, id)
    },
    confirm: (sourceId, wireId, confirmedAt) =>
      ids(confirm.all(confirmedAt, sourceId, wireId.toWellFormed())),
    reopen: (sourceId) => ids(reopen.all(sourceId)),
    unconfirmed: (sourceId, since, limit) => unconfirmed.all(sourceId, since, limit).map(toEntry),
    rowIds: (acknowledgementIds) =>
      acknowledgementIds.flatMap((id) => rows.all(id).map((row) => Number(row['row_id']))),
  }
}

const toEntry = (row: Readonly<Record<string, unknown>>): OutboxEntry => ({
  acknowledgementId: Number(row['acknowledgement_id']),
  wireId: String(row['wire_id']),
})
