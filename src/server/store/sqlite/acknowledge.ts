/** Marks a client's notifications as read. */
import type { DatabaseSync } from 'node:sqlite'
import type { Acknowledgement, AcknowledgementOutcome } from '../store.ts'
import { everyoneId } from './schema.ts'
import type { ClientRow, StreamTable } from './stream-table.ts'

/** So many are looked at to move on the mark of what is settled; the rest is left to the next one. */
const maxSettledAtOnce = 256

/** @returns a function to be called within a transaction */
export function createAcknowledge(
  database: DatabaseSync,
  streams: StreamTable,
): (acknowledgement: Acknowledgement) => AcknowledgementOutcome {
  // Ids repeat (spec.md, fact 1): all of them.
  const findById = database.prepare(`
    SELECT stream_id, sequence FROM messages
    WHERE id = ? AND (stream_id = ? OR stream_id = ${everyoneId} AND sequence > ?)`)
  const insert = database.prepare('INSERT OR IGNORE INTO acknowledgements VALUES (?, ?, ?, ?)')
  const isAcknowledged = database.prepare(
    'SELECT 1 FROM acknowledgements WHERE stream_id = ? AND sequence = ? AND client = ?',
  )

  /** The last of those from `settled` on that are all acknowledged. */
  const settledThrough = (streamId: number, settled: number, client: number): number => {
    let through = settled
    while (through - settled < maxSettledAtOnce) {
      if (isAcknowledged.get(streamId, through + 1, client) === undefined) return through
      through += 1
    }
    return through
  }

  const settle = (client: ClientRow): void => {
    // What expired needs no acknowledgement any more.
    const ownFrom = Math.max(client.settledOwn, client.oldest - 1)
    const allFrom = Math.max(client.settledAll, streams.everyone().oldest - 1)
    const own = settledThrough(client.streamId, ownFrom, client.streamId)
    const all = settledThrough(everyoneId, allFrom, client.streamId)
    if (own > client.settledOwn || all > client.settledAll) streams.settle(client.streamId, { own, all })
  }

  return ({ clientId, id, atMs }) => {
    const client = streams.find(clientId)
    if (client === null) return 'unknown'
    const found = findById.all(id, client.streamId, client.allSince)
    if (found.length === 0) return 'unknown'
    let changes = 0
    for (const { stream_id, sequence } of found) {
      changes += Number(insert.run(stream_id ?? 0, sequence ?? 0, client.streamId, atMs).changes)
    }
    if (changes === 0) return 'already-read'
    settle(client)
    return 'read'
  }
}
