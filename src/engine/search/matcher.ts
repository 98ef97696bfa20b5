/**
 * Evaluates the words and facets of a query on one notification, for rows that the index does not hold yet. It agrees
 * with the index (search.property.test.ts). Not: states, dates and sources, which are the business of SQL on the row's
 * columns (row-conditions.ts).
 */
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import { facetsOf } from './facets.ts'
import { findTerm } from './find-term.ts'
import type { Query, TextTerm } from './query.ts'
import { mayHold, tokenise } from './tokenise.ts'

export function matches(query: Query, notification: ParsedNotification): boolean {
  return matchesFacets(query, notification) && matchesWords(query, notification)
}

function matchesFacets({ facets, noFacets }: Query, notification: ParsedNotification): boolean {
  if (facets.length + noFacets.length === 0) return true
  const has = new Set(facetsOf(notification))
  return facets.every((any) => any.some((facet) => has.has(facet))) && !noFacets.some((no) => has.has(no))
}

function matchesWords({ all, none }: Query, { title, message }: ParsedNotification): boolean {
  if (all.length + none.length === 0) return true
  const texts = [title, message]
  const mayBeThere = ({ tokens: [first = ''] }: TextTerm): boolean =>
    texts.some((text) => mayHold(text, first))
  if (!all.every(mayBeThere)) return false
  const cut = texts.map(tokenise)
  const isThere = (term: TextTerm): boolean => cut.some((tokens) => findTerm(term, tokens).length > 0)
  return all.every(isThere) && !none.some(isThere)
}
