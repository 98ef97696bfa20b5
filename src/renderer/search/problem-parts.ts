/** Where in the typed text the wrong part of a query stands. Pure. */
import type { QueryProblem } from '../../contract/search.ts'

export type ProblemParts = { readonly before: string; readonly wrong: string; readonly after: string }

/** Whatever the range is, the three parts make up the text. */
export function problemParts(search: string, { start, end }: QueryProblem): ProblemParts {
  const from = Math.min(search.length, Math.max(0, start))
  const to = Math.min(search.length, Math.max(from, end))
  return { before: search.slice(0, from), wrong: search.slice(from, to), after: search.slice(to) }
}
