/**
 * A store that is made from a log which nodes share: what was applied, and how far. Streams, clients and idempotency keys
 * follow from the log alone, so that every node numbers alike; which messages are still kept is each node's own affair.
 */
import type { DatabaseSync } from 'node:sqlite'
import { assertNever } from '../../assert-never.ts'
import type { LogOperation, LogResult } from '../log-entry.ts'
import { everyoneId } from './schema.ts'
import type { StoreWork } from './store-work.ts'
import type { StreamTable } from './stream-table.ts'

export type LogPosition = {
  /** Which log: another one that has its name is another one. */
  readonly log: string
  /** The last entry that was applied; 0: none. */
  readonly sequence: number
  /** What that entry is known by, should another one have taken its number. */
  readonly mark: string
}

export type NumberedEntry = {
  readonly sequence: number
  readonly mark: string
  readonly operations: readonly LogOperation[]
}

/** Who is known and how far the streams are, after one entry of the log. Without messages. */
export type Checkpoint = {
  readonly position: LogPosition
  readonly epoch: string
  /** The highest number that a stream ever had: none is given twice. */
  readonly lastStreamId: number
  readonly streams: readonly CheckpointStream[]
}

export type CheckpointStream = {
  readonly streamId: number
  readonly clientId: string | null
  readonly head: number
  readonly settledOwn: number
  readonly settledAll: number
  readonly allSince: number
  readonly seenAtMs: number
}

/** All of it within a transaction. */
export type Projection = {
  /** Null: nothing was applied yet. */
  position(): LogPosition | null
  /** Empties everything, for a log that is applied from its first entry on. */
  begin(log: string, epoch: string): void
  /** Empties everything, for a log that is applied from after the checkpoint on. */
  restore(checkpoint: Checkpoint): void
  /** @returns a result for each operation */
  apply(entries: readonly NumberedEntry[]): readonly (readonly LogResult[])[]
  checkpoint(): Checkpoint
}

const tables = ['streams', 'messages', 'acknowledgements', 'deliveries', 'idempotency_keys'] as const

export function createProjection(
  database: DatabaseSync,
  streams: Pick<StreamTable, 'recount'>,
  work: Pick<StoreWork, 'append' | 'enter' | 'acknowledge' | 'noteDelivered'>,
): Projection {
  database.exec(
    'CREATE TABLE IF NOT EXISTS log (name TEXT NOT NULL, sequence INTEGER NOT NULL, mark TEXT NOT NULL) STRICT',
  )
  const readPosition = database.prepare('SELECT name AS log, sequence, mark FROM log')
  const insertPosition = database.prepare('INSERT INTO log VALUES (?, ?, ?)')
  const movePosition = database.prepare('UPDATE log SET sequence = ?, mark = ?')
  const setEpoch = database.prepare('UPDATE store SET epoch = ?')
  const readEpoch = database.prepare('SELECT epoch FROM store')
  const insertStream = database.prepare(`
    INSERT INTO streams (stream_id, client_id, oldest, head, settled_own, settled_all, all_since, seen_at)
    VALUES (:streamId, :clientId, :head + 1, :head, :settledOwn, :settledAll, :allSince, :seenAtMs)`)
  const listStreams = database.prepare(`
    SELECT stream_id AS streamId, client_id AS clientId, head, settled_own AS settledOwn, settled_all AS settledAll,
      all_since AS allSince, seen_at AS seenAtMs FROM streams ORDER BY stream_id`)
  const readLastStreamId = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'streams'")
  const setLastStreamId = database.prepare("UPDATE sqlite_sequence SET seq = ? WHERE name = 'streams'")
  const forgetClient = database.prepare(
    'DELETE FROM streams WHERE client_id = ? AND seen_at = ? AND head = ? RETURNING stream_id, bytes',
  )
  const removeMessages = database.prepare('DELETE FROM messages WHERE stream_id = ?')
  const shrinkStore = database.prepare('UPDATE store SET messages = messages - ?, bytes = bytes - ?')

  function empty(epoch: string): void {
    for (const table of tables) database.exec(`DELETE FROM ${table}`)
    database.exec('UPDATE store SET messages = 0, bytes = 0')
    setEpoch.run(epoch)
  }

  function emptyFor({ log, sequence, mark }: LogPosition, epoch: string): void {
    empty(epoch)
    database.exec('DELETE FROM log')
    insertPosition.run(log, sequence, mark)
  }

  const everyone: CheckpointStream = {
    ...{
      streamId: everyoneId,
      clientId: null,
      head: 0,
      settledOwn: 0,
      settledAll: 0,
      allSince: 0,
      seenAtMs: 0,
    },
  }
  function insertStreams(rows: readonly CheckpointStream[], lastStreamId: number): void {
    for (const row of rows) insertStream.run(row)
    setLastStreamId.run(lastStreamId)
    streams.recount()
  }

  function forget(clientId: string, seenAtMs: number, head: number): void {
    const row = forgetClient.get(clientId, seenAtMs, head)
    if (row === undefined) return
    // Here something may be kept that is past its time where it was proposed.
    const { changes } = removeMessages.run(row['stream_id'] ?? 0)
    shrinkStore.run(changes, row['bytes'] ?? 0)
  }

  function run(operation: LogOperation): LogResult {
    switch (operation.kind) {
      case 'append':
        return work.append(operation.draft)
      case 'enter':
        return work.enter(operation.clientId, operation.atMs)
      case 'acknowledge':
        return work.acknowledge(operation)
      case 'deliver':
        work.noteDelivered(operation.ranges)
        return null
      case 'forget':
        for (const { clientId, seenAtMs, head } of operation.clients) forget(clientId, seenAtMs, head)
        streams.recount()
        return null
      case 'renew':
        if (operation.empty) {
          empty(operation.epoch)
          insertStreams([everyone], 0)
        } else setEpoch.run(operation.epoch)
        streams.recount()
        return null
      default:
        return assertNever(operation)
    }
  }

  const position = (): LogPosition | null => (readPosition.get() as LogPosition | undefined) ?? null // the columns above
  return {
    position,
    begin(log, epoch) {
      emptyFor({ log, sequence: 0, mark: '' }, epoch)
      insertStreams([everyone], 0)
    },
    restore({ position: from, epoch, streams: rows, lastStreamId }) {
      emptyFor(from, epoch)
      insertStreams(rows, lastStreamId)
    },
    apply(entries) {
      const results = entries.map(({ operations }) => operations.map(run))
      const last = entries.at(-1)
      if (last !== undefined) movePosition.run(last.sequence, last.mark)
      return results
    },
    checkpoint() {
      const at = position()
      if (at === null) throw new Error('Nothing was applied yet.')
      return {
        position: at,
        epoch: String(readEpoch.get()?.['epoch']),
        lastStreamId: Number(readLastStreamId.get()?.['seq']),
        streams: listStreams.all() as CheckpointStream[], // the columns above
      }
    },
  }
}
