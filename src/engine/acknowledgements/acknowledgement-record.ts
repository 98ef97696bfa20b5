/** How a source has taken acknowledgements lately: figures for a diagnosis. Reads only. */
import type { DatabaseSync } from 'node:sqlite'
import { type OutboxState, outboxStates } from './outbox-state.ts'

/** Times are milliseconds since the epoch. */
export type AcknowledgementRecord = {
  readonly waitingCount: number
  readonly oldestWaitingAt: number | null
  /** The rest is of the newest thousand of all sources. */
  readonly confirmedCount: number
  readonly lastConfirmedAt: number | null
  readonly unconfirmedCount: number
}

const code = (state: OutboxState): number => outboxStates.indexOf(state)

/** Bounded, since there may be millions. */
const newest = 'SELECT * FROM acknowledgements ORDER BY acknowledgement_id DESC LIMIT 1000'

/** @param address of the source */
export function readAcknowledgementRecord(database: DatabaseSync, address: string): AcknowledgementRecord {
  const ofSource = 'source_id = (SELECT source_id FROM sources WHERE address = ?)'
  // Apart, so that each is answered by its own partial index.
  const waiting = [code('pending'), code('sent')].map((state) =>
    database
      .prepare(
        `SELECT count(*) AS number, min(requested_at) AS oldest FROM acknowledgements WHERE ${ofSource} AND state = ${state}`,
      )
      .get(address),
  )
  const lately = database
    .prepare(
      `SELECT count(*) FILTER (WHERE state = ${code('confirmed')}) AS confirmed, max(confirmed_at) AS confirmed_at,
         count(*) FILTER (WHERE state = ${code('unconfirmed')}) AS unconfirmed FROM (${newest}) WHERE ${ofSource}`,
    )
    .get(address)
  const oldest = waiting.flatMap((row) => (typeof row?.['oldest'] === 'number' ? [row['oldest']] : []))
  return {
    waitingCount: waiting.reduce((sum, row) => sum + Number(row?.['number'] ?? 0), 0),
    oldestWaitingAt: oldest.length === 0 ? null : Math.min(...oldest),
    confirmedCount: Number(lately?.['confirmed'] ?? 0),
    lastConfirmedAt: typeof lately?.['confirmed_at'] === 'number' ? lately['confirmed_at'] : null,
    unconfirmedCount: Number(lately?.['unconfirmed'] ?? 0),
  }
}
