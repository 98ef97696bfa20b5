/** The conditions of a query on a row's columns, as SQL. Not: its words and facets. */
import type { Query, StateTerm } from './query.ts'
import type { Prepare } from './statement-cache.ts'

export type SqlValues = Readonly<Record<string, number | string>>

/** A condition for WHERE on `notifications AS n`, with its values by name. */
export type RowConditions = { readonly sql: string; readonly values: SqlValues }

/**
 * @param unreadFloor of readUnreadFloor; for unread rows it is among the row bounds (row-bounds.ts)
 * @param byKey true where rows are looked up by key: then no index of a column may tempt SQLite
 */
export function rowConditions(
  prepare: Prepare,
  query: Query,
  { unreadFloor, byKey }: { readonly unreadFloor: number; readonly byKey: boolean },
): RowConditions {
  const { states, receivedFrom, receivedBefore, sources, noSources } = query
  const column = (name: string): string => `${byKey ? '+' : ''}n.${name}`
  const conditions: readonly (readonly [string, SqlValues])[] = [
    [`${column('deletion_id')} IS NULL`, {}],
    ...states.map((term): [string, SqlValues] => stateCondition(term, column, unreadFloor)),
    ...present(receivedFrom, (from) => ['n.received_at >= :receivedFrom', { receivedFrom: from }]),
    ...present(receivedBefore, (before) => ['n.received_at < :receivedBefore', { receivedBefore: before }]),
    ...(sources.length === 0 ? [] : [inSources('IN', 'sources', sourceIds(prepare, sources))]),
    ...(noSources.length === 0 ? [] : [inSources('NOT IN', 'noSources', sourceIds(prepare, noSources))]),
  ]
  return {
    sql: [...new Set(conditions.map(([sql]) => sql))].join(' AND '),
    values: Object.assign({}, ...conditions.map(([, values]) => values)) as SqlValues, // each of them is one
  }
}

function stateCondition(
  { state, is }: StateTerm,
  column: (name: string) => string,
  unreadFloor: number,
): [string, SqlValues] {
  if (state === 'pinned') return [`${column('pinned_at')} IS ${is ? 'NOT NULL' : 'NULL'}`, {}]
  if (is) return [`${column('read_at')} IS NULL`, {}]
  return [`(${column('read_at')} IS NOT NULL OR n.row_id < :unreadFloor)`, { unreadFloor }]
}

const present = (
  bound: number | null,
  toCondition: (bound: number) => [string, SqlValues],
): [string, SqlValues][] => (bound === null ? [] : [toCondition(bound)])

const inSources = (operator: 'IN' | 'NOT IN', name: string, ids: readonly number[]): [string, SqlValues] => [
  `n.source_id ${operator} (SELECT value FROM json_each(:${name}))`,
  { [name]: JSON.stringify(ids) },
]

/** There are few sources: those whose address holds one of the texts, whatever its case. */
function sourceIds(prepare: Prepare, texts: readonly string[]): number[] {
  return prepare('SELECT source_id, address FROM sources')
    .all()
    .filter((row) => texts.some((text) => String(row['address']).toLowerCase().includes(text)))
    .map((row) => Number(row['source_id']))
}

/**
 * Rows below it are being marked as read in slices, and count as read already, as in `rowColumns` of stored-row.ts.
 * @returns 0 when there are none
 */
export function readUnreadFloor(prepare: Prepare): number {
  const sql = 'SELECT max(before_row_id) AS floor FROM read_jobs WHERE acknowledgement_id IS NULL'
  return Number(prepare(sql).get()?.['floor'] ?? 0)
}
