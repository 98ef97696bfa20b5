/** Keeps who was sent what, as ranges of sequences: a row for each stretch of a connection, not for each delivery. */
import type { DatabaseSync } from 'node:sqlite'
import type { DeliveredRange } from '../store.ts'
import { everyoneId } from './schema.ts'
import type { StreamTable } from './stream-table.ts'

export function createNoteDelivered(
  database: DatabaseSync,
  streams: StreamTable,
): (ranges: readonly DeliveredRange[]) => void {
  const extend = database.prepare(`
    UPDATE deliveries SET last = max(last, ?)
    WHERE stream_id = ? AND client = ? AND delivered_at IS NULL AND last = ? - 1`)
  // The first delivery counts.
  const insert = database.prepare(`
    INSERT INTO deliveries VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`)

  return (ranges) => {
    for (const { clientId, stream, from, through, deliveredAtMs } of ranges) {
      const client = streams.find(clientId)
      if (client === null) continue
      const streamId = stream === 'own' ? client.streamId : everyoneId
      const isExtended =
        deliveredAtMs === null && extend.run(through, streamId, client.streamId, from).changes !== 0
      if (!isExtended) insert.run(streamId, client.streamId, from, through, deliveredAtMs)
    }
  }
}
