/** Takes messages out of the file, and what is kept about them. Not: which of them, and when. */
import type { DatabaseSync } from 'node:sqlite'
import { everyoneId } from './schema.ts'

export type RemovableMessage = {
  readonly position: number
  readonly streamId: number
  readonly sequence: number
  readonly bytes: number
}

export type Removal = {
  /** The oldest of their streams, in order. */
  remove(messages: readonly RemovableMessage[]): void
  /** Removes about so many rows about everyone's messages that are gone. @returns how many */
  sweep(rows: number): number
}

/** All of it within a transaction. */
export function createRemoval(database: DatabaseSync): Removal {
  const removeMessage = database.prepare('DELETE FROM messages WHERE position = ?')
  const shrinkStream = database.prepare(
    'UPDATE streams SET oldest = ?, bytes = bytes - ? WHERE stream_id = ?',
  )
  const shrinkStore = database.prepare('UPDATE store SET messages = messages - ?, bytes = bytes - ?')
  const removeAcknowledgements = database.prepare(
    'DELETE FROM acknowledgements WHERE stream_id = ? AND sequence <= ?',
  )
  const removeDeliveries = database.prepare('DELETE FROM deliveries WHERE stream_id = ? AND last <= ?')
  const everyonesOldest = database.prepare(`SELECT oldest FROM streams WHERE stream_id = ${everyoneId}`)
  const oldestAcknowledged = database.prepare(
    `SELECT min(sequence) AS sequence FROM acknowledgements WHERE stream_id = ${everyoneId}`,
  )
  const sweepDeliveries = database.prepare(`
    DELETE FROM deliveries WHERE (stream_id, client, first) IN
      (SELECT stream_id, client, first FROM deliveries WHERE stream_id = ${everyoneId} AND last < ? LIMIT ?)`)

  function shrink(streamId: number, messages: readonly RemovableMessage[]): void {
    const through = messages.at(-1)?.sequence ?? 0
    const bytes = messages.reduce((sum, message) => sum + message.bytes, 0)
    shrinkStream.run(through + 1, bytes, streamId)
    shrinkStore.run(messages.length, bytes)
    // Everyone's may be very many: `sweep` takes them.
    if (streamId === everyoneId) return
    removeAcknowledgements.run(streamId, through)
    removeDeliveries.run(streamId, through)
  }

  /** A message's acknowledgements at a time: as many as there are clients. */
  function sweepAcknowledgements(before: number, rows: number): number {
    let swept = 0
    while (swept < rows) {
      const sequence = oldestAcknowledged.get()?.['sequence']
      if (typeof sequence !== 'number' || sequence >= before) break
      swept += Number(removeAcknowledgements.run(everyoneId, sequence).changes)
    }
    return swept
  }

  return {
    remove(messages) {
      for (const { position } of messages) removeMessage.run(position)
      for (const [streamId, those] of Map.groupBy(messages, (message) => message.streamId)) {
        shrink(streamId, those)
      }
    },
    sweep(rows) {
      const before = Number(everyonesOldest.get()?.['oldest'])
      return sweepAcknowledgements(before, rows) + Number(sweepDeliveries.run(before, rows).changes)
    },
  }
}
