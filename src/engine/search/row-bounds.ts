/** Between which row ids the answers of a query can be, by what its dates and states tell: never too narrow. */
import type { Query } from './query.ts'
import type { Prepare } from './statement-cache.ts'

/** Row ids, inclusive; nothing when `first > last`. */
export type RowBounds = { readonly first: number; readonly last: number }

/** So few that to look at each of them costs less than to walk through what the words find. */
const fewRows = 500
const hourMs = 3_600_000
const endless = Number.MAX_SAFE_INTEGER

/** The rows of the partial indexes of migrations.ts. */
const partialRows = {
  unread: 'notifications INDEXED BY unread_notifications WHERE read_at IS NULL AND deletion_id IS NULL',
  pinned: 'notifications INDEXED BY pinned_notifications WHERE pinned_at IS NOT NULL',
} as const

/** @param unreadFloor of readUnreadFloor */
export function rowBounds(prepare: Prepare, query: Query, unreadFloor: number): RowBounds {
  const known: RowBounds[] = [{ first: 1, last: newestRowId(prepare) }, dateBounds(prepare, query)]
  for (const state of wantedStates(query)) known.push(stateBounds(prepare, state))
  if (wantedStates(query).includes('unread')) known.push({ first: unreadFloor, last: endless })
  return {
    first: Math.max(...known.map(({ first }) => first)),
    last: Math.min(...known.map(({ last }) => last)),
  }
}

/** Whether the unread, or the pinned, rows between the bounds are few, where the query wants only those. */
export function areFew(prepare: Prepare, query: Query, { first, last }: RowBounds): boolean {
  return wantedStates(query).some((state) => {
    const rows = `SELECT 1 FROM ${partialRows[state]} AND row_id BETWEEN ? AND ? LIMIT ${fewRows + 1}`
    const found = prepare(`SELECT count(*) AS number FROM (${rows})`).get(first, last)
    return Number(found?.['number']) <= fewRows
  })
}

const wantedStates = ({ states }: Query): ('unread' | 'pinned')[] =>
  states.filter(({ is }) => is).map(({ state }) => state)

const newestRowId = (prepare: Prepare): number =>
  Number(prepare('SELECT max(row_id) AS last FROM notifications').get()?.['last'] ?? 0)

/** Hours overlap in row ids where older rows were imported. */
function dateBounds(prepare: Prepare, { receivedFrom, receivedBefore }: Query): RowBounds {
  if (receivedFrom === null && receivedBefore === null) return { first: 1, last: endless }
  const hours = [receivedFrom ?? 0, (receivedBefore ?? endless) - 1].map((time) => Math.floor(time / hourMs))
  return toBounds(
    prepare(`SELECT min(first_row_id) AS first, max(last_row_id) AS last FROM volume_by_hour
        WHERE bucket BETWEEN ? AND ?`).get(...hours),
  )
}

/** Two look-ups: min() and max() in one SELECT would walk through the index. */
function stateBounds(prepare: Prepare, state: keyof typeof partialRows): RowBounds {
  const rows = `SELECT row_id FROM ${partialRows[state]} ORDER BY row_id`
  return toBounds(prepare(`SELECT (${rows} LIMIT 1) AS first, (${rows} DESC LIMIT 1) AS last`).get())
}

function toBounds(found: Readonly<Record<string, unknown>> | undefined): RowBounds {
  const { first, last } = { first: found?.['first'] ?? null, last: found?.['last'] ?? null }
  return first === null || last === null
    ? { first: 1, last: 0 }
    : { first: Number(first), last: Number(last) }
}
