/** Reads as many rows as are wanted, page after page. Not: where they go (list-query.ts). */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { FoundRow, SearchAnswer } from '../../contract/search.ts'
import type { RowMatches } from './list-model.ts'
import type { Page } from './list-query.ts'

export type Answer =
  | { readonly kind: 'page'; readonly page: Page }
  | Exclude<SearchAnswer, { readonly kind: 'found' }>

/** At most one end is given; from the top when none is. */
export type PageWish = {
  readonly limit: number
  readonly beforeRowId?: number
  readonly afterRowId?: number
}

export type Ask = (wish: PageWish) => Promise<Answer>

/** The contract's limit. */
export const maxPageSize = 500

/**
 * @param from rows older than this; from the top when undefined
 * @param isWanted false when the answer would come too late
 * @returns all of it as one page; what is no page comes as it is
 */
export async function readDown(
  ask: Ask,
  from: number | undefined,
  depth: number,
  isWanted: () => boolean,
): Promise<Answer> {
  let joined: Page | null = null
  for (;;) {
    const before: number | undefined = joined?.rows.at(-1)?.rowId ?? from
    const limit = Math.min(maxPageSize, depth - (joined?.rows.length ?? 0))
    const answer = await ask({ limit, ...(before === undefined ? {} : { beforeRowId: before }) })
    if (answer.kind !== 'page') return answer
    joined = joined === null ? answer.page : joinPages(joined, answer.page)
    const isDone = answer.page.rows.length === 0 || joined.rows.length >= depth
    if (isDone || !joined.hasOlder || !isWanted()) return { kind: 'page', page: joined }
  }
}

/** The rows around one, which need not be there: itself and older ones, and some above. */
export async function readAround(ask: Ask, rowId: number, depth: number): Promise<Answer> {
  const older = await ask({ limit: depth, beforeRowId: rowId + 1 })
  if (older.kind !== 'page' || !older.page.hasNewer) return older
  const newer = await ask({ limit: Math.ceil(depth / 2), afterRowId: rowId })
  return newer.kind === 'page' ? { kind: 'page', page: joinPages(newer.page, older.page) } : newer
}

/** The oldest rows. */
export async function readOldest(ask: Ask, depth: number): Promise<Answer> {
  // The lowest that can be named is a row's own id, which a page leaves out.
  const answer = await ask({ limit: depth, afterRowId: 1 })
  if (answer.kind !== 'page' || !answer.page.hasOlder) return answer
  const last = answer.page.rows.at(-1)?.rowId ?? 2
  const first = await ask({ limit: depth, beforeRowId: last })
  return first.kind === 'page' ? { kind: 'page', page: joinPages(answer.page, first.page) } : first
}

/** @param older what follows right below */
const joinPages = (newer: Page, older: Page): Page => ({
  rows: [...newer.rows, ...older.rows],
  hasOlder: older.hasOlder,
  hasNewer: newer.hasNewer,
  matches: new Map([...(newer.matches ?? []), ...(older.matches ?? [])]),
})

type Found = {
  readonly rows: readonly FoundRow[]
  readonly hasOlder: boolean
  readonly hasNewer: boolean
}

export const toPage = ({ rows, hasOlder, hasNewer }: Found): Page => ({
  rows: rows.map(({ row }): NotificationRow => row),
  matches: new Map(rows.map(({ row, matches }): [number, RowMatches] => [row.rowId, matches])),
  ...{ hasOlder, hasNewer },
})
