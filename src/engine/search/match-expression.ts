/**
 * A query's words and facets as FTS5's MATCH takes them. Made of folded tokens alone, which hold no sign of FTS5's
 * syntax, and quoted nevertheless.
 */
import { typeFacets } from './facets.ts'
import type { Query, TextTerm } from './query.ts'

/** FTS5 has no NOT by itself: what is only excluded is excluded from everything. */
export function matchExpression({ all, none, facets, noFacets }: Query): string {
  const wanted = [...unique(all.map(termExpression)), ...facets.map(anyFacet)]
  const unwanted = unique([...none.map(termExpression), ...noFacets.map(quote)])
  const positive = (wanted.length === 0 ? [anyFacet(typeFacets)] : wanted).join(' AND ')
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${unwanted.join(' OR ')})`
}

/** Only prefixes of two letters have an index of their own: any other is gathered from all words that begin so. */
export const hasCostlyPrefix = ({ all, none }: Query): boolean =>
  [...all, ...none].some(({ tokens, isPrefix }) => isPrefix && [...(tokens.at(-1) ?? '')].length !== 2)

const termExpression = ({ tokens, isPrefix }: TextTerm): string =>
  quote(tokens.join(' ')) + (isPrefix ? '*' : '')
const anyFacet = (facets: readonly string[]): string => `(${facets.map(quote).join(' OR ')})`
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
const unique = (expressions: readonly string[]): string[] => [...new Set(expressions)]
