/** The outbox: acknowledgements on disk, from wished for to confirmed by the server. Not: when they are sent. */
import type { DatabaseSync } from 'node:sqlite'
import { type OutboxState, outboxStates } from './outbox-state.ts'

export type OutboxEntry = { readonly acknowledgementId: number; readonly wireId: string }
export type ConfirmedEntry = { readonly acknowledgementId: number; readonly requestedAt: number }

export type Outbox = {
  /** A pending acknowledgement of that id: a new one, or the one that waits already. Inside a transaction. */
  add(sourceId: number, wireId: string, requestedAt: number): number
  /** One that the server has confirmed already, of another connection. Inside a transaction. */
  addConfirmed(sourceId: number, wireId: string, confirmedAt: number): number
  /** The newest pending ones of a source: what the user has just done comes first. */
  pending(sourceId: number, limit: number): readonly OutboxEntry[]
  /** How many of a source, by its address, are neither confirmed nor given up. */
  waitingCount(sourceAddress: string): number
  stateOf(acknowledgementId: number): OutboxState
  setState(acknowledgementIds: readonly number[], state: OutboxState): void
  /** As `sent`, with the time. */
  setSent(acknowledgementIds: readonly number[], sentAt: number): void
  /** A confirmation confirms every outstanding acknowledgement of its id (spec.md, fact 1). @returns those */
  confirm(sourceId: number, wireId: string, confirmedAt: number): readonly ConfirmedEntry[]
  /** At a new connection: what was sent on the last one is to be sent again. @returns those */
  reopen(sourceId: number): readonly number[]
  /** The newest that no server has confirmed, wished for since `since` (milliseconds since the epoch). */
  unconfirmed(sourceId: number, since: number, limit: number): readonly OutboxEntry[]
  /** The rows that acknowledgements cover, but for those that are unread again. */
  rowIds(acknowledgementIds: readonly number[]): readonly number[]
}

const code = (state: OutboxState): number => outboxStates.indexOf(state)
const pendingCode = code('pending')
const sentCode = code('sent')
const confirmedCode = code('confirmed')
const unconfirmedCode = code('unconfirmed')

/** The conditions name the states as numbers, as the partial indexes do. */
export function createOutbox(database: DatabaseSync): Outbox {
  const findPending = database.prepare(
    `SELECT acknowledgement_id FROM acknowledgements
     WHERE source_id = ? AND wire_id = ? AND state <> ${confirmedCode} AND state = ${pendingCode}`,
  )
  const insert = database.prepare(
    `INSERT INTO acknowledgements (source_id, wire_id, state, requested_at) VALUES (?, ?, ${pendingCode}, ?)`,
  )
  const insertConfirmed = database.prepare(
    `INSERT INTO acknowledgements (source_id, wire_id, state, requested_at, confirmed_at)
     VALUES (?, ?, ${confirmedCode}, ?, ?)`,
  )
  const pending = database.prepare(
    `SELECT acknowledgement_id, wire_id FROM acknowledgements
     WHERE source_id = ? AND state = ${pendingCode} ORDER BY requested_at DESC, acknowledgement_id LIMIT ?`,
  )
  const waitingCount = database.prepare(
    `SELECT (SELECT count(*) FROM acknowledgements AS a WHERE a.source_id = s.source_id AND state = ${pendingCode})
       + (SELECT count(*) FROM acknowledgements AS a WHERE a.source_id = s.source_id AND state = ${sentCode}) AS number
     FROM sources AS s WHERE s.address = ?`,
  )
  const stateOf = database.prepare('SELECT state FROM acknowledgements WHERE acknowledgement_id = ?')
  const setState = database.prepare('UPDATE acknowledgements SET state = ? WHERE acknowledgement_id = ?')
  const setSent = database.prepare(
    `UPDATE acknowledgements SET state = ${sentCode}, sent_at = ? WHERE acknowledgement_id = ?`,
  )
  const confirm = database.prepare(
    `UPDATE acknowledgements SET state = ${confirmedCode}, confirmed_at = ?
     WHERE source_id = ? AND wire_id = ? AND state <> ${confirmedCode} RETURNING acknowledgement_id, requested_at`,
  )
  const reopen = database.prepare(
    `UPDATE acknowledgements SET state = ${pendingCode}
     WHERE source_id = ? AND state = ${sentCode} RETURNING acknowledgement_id`,
  )
  const unconfirmed = database.prepare(
    `SELECT acknowledgement_id, wire_id FROM acknowledgements
     WHERE source_id = ? AND state <> ${confirmedCode} AND state = ${unconfirmedCode} AND requested_at >= ?
     ORDER BY acknowledgement_id DESC LIMIT ?`,
  )
  const rows = database.prepare(
    'SELECT row_id FROM notifications WHERE acknowledgement_id = ? AND read_at IS NOT NULL AND deletion_id IS NULL',
  )

  return {
    add(sourceId, wireId, requestedAt) {
      const waiting = findPending.get(sourceId, wireId)
      return Number(
        waiting?.['acknowledgement_id'] ?? insert.run(sourceId, wireId, requestedAt).lastInsertRowid,
      )
    },
    addConfirmed: (sourceId, wireId, confirmedAt) =>
      Number(insertConfirmed.run(sourceId, wireId, confirmedAt, confirmedAt).lastInsertRowid),
    pending: (sourceId, limit) => pending.all(sourceId, limit).map(toEntry),
    waitingCount: (sourceAddress) => Number(waitingCount.get(sourceAddress)?.['number'] ?? 0),
    stateOf: (acknowledgementId) =>
      outboxStates[Number(stateOf.get(acknowledgementId)?.['state'])] ?? 'pending',
    setState(acknowledgementIds, state) {
      for (const id of acknowledgementIds) setState.run(code(state), id)
    },
    setSent(acknowledgementIds, sentAt) {
      for (const id of acknowledgementIds) setSent.run(sentAt, id)
    },
    confirm: (sourceId, wireId, confirmedAt) =>
      confirm.all(confirmedAt, sourceId, wireId.toWellFormed()).map((row) => ({
        acknowledgementId: Number(row['acknowledgement_id']),
        requestedAt: Number(row['requested_at']),
      })),
    reopen: (sourceId) => reopen.all(sourceId).map((row) => Number(row['acknowledgement_id'])),
    unconfirmed: (sourceId, since, limit) => unconfirmed.all(sourceId, since, limit).map(toEntry),
    rowIds: (acknowledgementIds) =>
      acknowledgementIds.flatMap((id) => rows.all(id).map((row) => Number(row['row_id']))),
  }
}

const toEntry = (row: Readonly<Record<string, unknown>>): OutboxEntry => ({
  acknowledgementId: Number(row['acknowledgement_id']),
  wireId: String(row['wire_id']),
})
