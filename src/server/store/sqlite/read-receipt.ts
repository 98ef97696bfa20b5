/** What became of a message: who got it and who acknowledged it, and when. */
import type { DatabaseSync } from 'node:sqlite'
import type { ReceiptEntry, ReceiptRequest, StoredMessage, StoredReceipt } from '../store.ts'
import { everyoneId } from './schema.ts'
import type { StreamTable } from './stream-table.ts'

/** Of everyone's message so many recipients are listed, those that acknowledged first; all are counted. */
const maxListedRecipients = 1_000

export function createReadReceipt(
  database: DatabaseSync,
  streams: StreamTable,
): (request: ReceiptRequest) => StoredReceipt | null {
  const columns = 'position, stream_id, sequence, id, frame, published_at'
  const newest = database.prepare(`
    SELECT ${columns} FROM messages WHERE id = ? AND (stream_id = ? OR stream_id = ${everyoneId} AND sequence > ?)
    ORDER BY position DESC LIMIT 1`)
  const acknowledgedAt = database.prepare(
    'SELECT acknowledged_at FROM acknowledgements WHERE stream_id = ? AND sequence = ? AND client = ?',
  )
  const deliveredAt = database.prepare(`
    SELECT min(coalesce(delivered_at, ?)) AS delivered_at FROM deliveries
    WHERE stream_id = ? AND client = ? AND first <= ? AND last >= ?`)
  const everyRecipient = `
    WITH delivered AS (
      SELECT client, min(coalesce(delivered_at, :publishedAt)) AS delivered_at FROM deliveries
      WHERE stream_id = ${everyoneId} AND first <= :sequence AND last >= :sequence GROUP BY client
    ), acknowledged AS (
      SELECT client, acknowledged_at FROM acknowledgements
      WHERE stream_id = ${everyoneId} AND sequence = :sequence
    ), recipients AS (
      SELECT client, delivered_at, acknowledged_at FROM delivered FULL JOIN acknowledged USING (client)
    )`
  const list = database.prepare(`${everyRecipient}
    SELECT s.client_id, r.delivered_at, r.acknowledged_at FROM recipients AS r JOIN streams AS s ON s.stream_id = r.client
    ORDER BY r.acknowledged_at IS NULL, r.acknowledged_at, r.delivered_at LIMIT ${maxListedRecipients}`)
  const count = database.prepare(`${everyRecipient}
    SELECT count(coalesce(delivered_at, acknowledged_at)) AS delivered, count(acknowledged_at) AS acknowledged
    FROM recipients`)

  function ofClient(
    message: StoredMessage,
    streamId: number,
    client: number,
    clientId: string,
  ): StoredReceipt {
    const { sequence, publishedAtMs } = message
    const acknowledged = acknowledgedAt.get(streamId, sequence, client)?.['acknowledged_at']
    const delivered = deliveredAt.get(publishedAtMs, streamId, client, sequence, sequence)?.['delivered_at']
    const entry = toEntry(clientId, delivered, acknowledged)
    return {
      message,
      recipients: [entry],
      deliveredCount: entry.deliveredAtMs === null ? 0 : 1,
      acknowledgedCount: entry.acknowledgedAtMs === null ? 0 : 1,
    }
  }

  function ofEveryone(message: StoredMessage): StoredReceipt {
    const values = { sequence: message.sequence, publishedAt: message.publishedAtMs }
    const counts = count.get({ sequence: message.sequence, publishedAt: message.publishedAtMs })
    return {
      message,
      recipients: list
        .all(values)
        .map((row) => toEntry(String(row['client_id']), row['delivered_at'], row['acknowledged_at'])),
      deliveredCount: Number(counts?.['delivered']),
      acknowledgedCount: Number(counts?.['acknowledged']),
    }
  }

  return ({ id, clientId }) => {
    const client = clientId === null ? null : streams.find(clientId)
    if (clientId !== null && client === null) return null
    const row = newest.get(id, client?.streamId ?? everyoneId, client?.allSince ?? 0)
    if (row === undefined) return null
    const streamId = Number(row['stream_id'])
    const message: StoredMessage = {
      stream: streamId === everyoneId ? null : clientId,
      position: Number(row['position']),
      sequence: Number(row['sequence']),
      id: String(row['id']),
      frame: String(row['frame']),
      publishedAtMs: Number(row['published_at']),
    }
    if (client === null || clientId === null) return ofEveryone(message)
    return ofClient(message, streamId, client.streamId, clientId)
  }
}

/** An acknowledgement proves the delivery, should that not have been noted: the process may have died before. */
function toEntry(clientId: string, delivered: unknown, acknowledged: unknown): ReceiptEntry {
  const acknowledgedAtMs = typeof acknowledged === 'number' ? acknowledged : null
  const deliveredAtMs = typeof delivered === 'number' ? delivered : acknowledgedAtMs
  return { clientId, deliveredAtMs, acknowledgedAtMs }
}
