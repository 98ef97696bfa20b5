/** Reads as many rows as are wanted, page below page. Not: where they go (list-query.ts). */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { FoundRow, SearchAnswer } from '../../contract/search.ts'
import type { RowMatches } from './list-model.ts'
import type { Aim, Page } from './list-query.ts'

export type Answer =
  | { readonly kind: 'page'; readonly page: Page }
  | Exclude<SearchAnswer, { readonly kind: 'found' }>

export type Ask = (aim: Aim, limit: number, beforeRowId?: number) => Promise<Answer>

type Wish = {
  /** Rows older than this; from the top when absent. */
  readonly from: number | undefined
  readonly depth: number
  /** Deep enough as soon as this row is read, or its place. */
  readonly downToRowId?: number | undefined
  /** False when the answer would come too late. */
  isWanted(): boolean
}

/** The contract's limit. */
const maxPageSize = 500

/** @returns all of it as one page; what is no page comes as it is */
export async function readDown(ask: Ask, aim: Aim, wish: Wish): Promise<Answer> {
  const { from, depth, downToRowId = Number.NEGATIVE_INFINITY, isWanted } = wish
  const rows: NotificationRow[] = []
  const matches = new Map<number, RowMatches>()
  let beforeRowId = from
  for (;;) {
    const answer = await ask(aim, Math.min(maxPageSize, depth - rows.length), beforeRowId)
    if (answer.kind !== 'page') return answer
    const { page } = answer
    rows.push(...page.rows)
    for (const [rowId, found] of page.matches ?? []) matches.set(rowId, found)
    beforeRowId = page.rows.at(-1)?.rowId
    const isDone = beforeRowId === undefined || beforeRowId <= downToRowId || rows.length >= depth
    if (isDone || !page.hasOlder || !isWanted())
      return { kind: 'page', page: { rows, matches, hasOlder: page.hasOlder } }
  }
}

export const toPage = (found: { readonly rows: readonly FoundRow[]; readonly hasOlder: boolean }): Page => ({
  rows: found.rows.map(({ row }) => row),
  hasOlder: found.hasOlder,
  matches: new Map(found.rows.map(({ row, matches }) => [row.rowId, matches])),
})
