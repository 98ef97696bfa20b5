/** Sums up what is kept and what waits. Looks at each client once: milliseconds for a hundred thousand. */
import type { DatabaseSync } from 'node:sqlite'
import type { StoreFigures } from '../store.ts'
import { everyoneId } from './schema.ts'

/** What was acknowledged out of order, before something that was not, still counts as waiting. */
export function createReadFigures(database: DatabaseSync): () => StoreFigures {
  const kept = database.prepare('SELECT messages, bytes FROM store')
  const waiting = database.prepare(`
    SELECT coalesce(sum(
      max(0, client.head - max(client.settled_own, client.oldest - 1)) +
      max(0, everyone.head - max(client.settled_all, client.all_since, everyone.oldest - 1))), 0) AS waiting
    FROM streams AS everyone JOIN streams AS client
    WHERE everyone.stream_id = ${everyoneId} AND client.stream_id <> ${everyoneId}`)

  return () => {
    const row = kept.get()
    return {
      waiting: Number(waiting.get()?.['waiting']),
      messages: Number(row?.['messages']),
      bytes: Number(row?.['bytes']),
    }
  }
}
