/** The streams and the clients that own them: who is known, and what number comes next. */
import type { DatabaseSync } from 'node:sqlite'
import type { ClientStanding, StreamKey } from '../store.ts'
import { everyoneId } from './schema.ts'
import type { GrownStream } from './tidy.ts'

export type ClientRow = {
  readonly streamId: number
  readonly oldest: number
  readonly head: number
  readonly settledOwn: number
  readonly settledAll: number
  readonly allSince: number
  readonly seenAt: number
}

/** All of it within a transaction. */
export type StreamTable = {
  /** Takes the next sequence of a stream; a client that is not known yet is from now on. */
  next(stream: StreamKey, bytes: number, nowMs: number): GrownStream
  enter(clientId: string, nowMs: number): ClientStanding
  /** As `enter`, without writing; null where that would write something. */
  standing(clientId: string, nowMs: number): ClientStanding | null
  find(clientId: string): ClientRow | null
  everyone(): ClientRow
  settle(client: number, settled: { readonly own: number; readonly all: number }): void
  /** Everyone's own row is none. */
  clientCount(): number
  /** Clients were removed, or all is another store's, or what was done is undone: what is known by heart may be wrong. */
  recount(): void
}

/** Having been seen is written at most this often. */
const seenWithinMs = 60 * 60 * 1000

const columns = `stream_id AS streamId, oldest, head, settled_own AS settledOwn, settled_all AS settledAll,
  all_since AS allSince, seen_at AS seenAt`

export function createStreamTable(database: DatabaseSync): StreamTable {
  const byClient = database.prepare(`SELECT ${columns} FROM streams WHERE client_id = ?`)
  const byNumber = database.prepare(`SELECT ${columns} FROM streams WHERE stream_id = ?`)
  const advance = database.prepare(
    'UPDATE streams SET head = head + 1, bytes = bytes + ? WHERE stream_id = ? RETURNING stream_id AS streamId, oldest, head, bytes',
  )
  const grow = database.prepare('UPDATE store SET messages = messages + 1, bytes = bytes + ?')
  const insert = database.prepare(`
    INSERT INTO streams (client_id, settled_all, all_since, seen_at)
    SELECT ?, head, head, ? FROM streams WHERE stream_id = ${everyoneId}`)
  const see = database.prepare('UPDATE streams SET seen_at = ? WHERE stream_id = ? AND seen_at < ?')
  const update = database.prepare(`
    UPDATE streams SET settled_own = max(settled_own, ?), settled_all = max(settled_all, ?) WHERE stream_id = ?`)
  const readEpoch = database.prepare('SELECT epoch FROM store')
  const count = database.prepare(`SELECT count(*) AS count FROM streams WHERE stream_id <> ${everyoneId}`)

  let clients: number | null = null
  let epoch: string | null = null

  const find = (clientId: string): ClientRow | null =>
    (byClient.get(clientId) as ClientRow | undefined) ?? null // the columns above
  const known = (clientId: string, nowMs: number): ClientRow => {
    const row = find(clientId)
    if (row !== null) return row
    insert.run(clientId, nowMs)
    if (clients !== null) clients += 1
    return find(clientId) as ClientRow // just inserted
  }
  const everyone = (): ClientRow => byNumber.get(everyoneId) as ClientRow // made with the schema
  const standingOf = (row: ClientRow): ClientStanding => {
    epoch ??= String(readEpoch.get()?.['epoch'])
    return {
      // A client that was forgotten and came back is another one to its old cursor.
      epoch: `${epoch}${row.streamId.toString(36)}`,
      settled: { own: row.settledOwn, all: row.settledAll },
      heads: { own: row.head, all: everyone().head },
    }
  }

  return {
    find,
    everyone,
    next(stream, bytes, nowMs) {
      const streamId = stream === null ? everyoneId : known(stream, nowMs).streamId
      grow.run(bytes)
      return advance.get(bytes, streamId) as GrownStream // the columns above; the row is there
    },
    enter(clientId, nowMs) {
      const row = known(clientId, nowMs)
      see.run(nowMs, row.streamId, nowMs - seenWithinMs)
      return standingOf(row)
    },
    standing(clientId, nowMs) {
      const row = find(clientId)
      return row === null || row.seenAt < nowMs - seenWithinMs ? null : standingOf(row)
    },
    settle: (client, { own, all }) => void update.run(own, all, client),
    clientCount() {
      clients ??= Number(count.get()?.['count'])
      return clients
    },
    recount() {
      clients = null
      epoch = null
    },
  }
}
