/** What could be added to a query, and how many it would leave. Not: what a facet is (facets.ts). */
import { type Facets, facetScanLimit } from '../../contract/search.ts'
import type { StoredRow } from '../history/stored-row.ts'
import { facetsOf, facetWords } from './facets.ts'
import type { Finder } from './finder.ts'
import type { Query } from './query.ts'
import { readWhatCanBeRead, type ShapesFor } from './stored-notification.ts'

type Offer = Facets['facets'][number]

/** As they are shown. */
const operatorOrder = ['type', 'is', 'priority', 'code', 'has'] as const
const offersAnOperator = 8

/** @returns null when it was cancelled */
export function countFacets(
  { find }: Pick<Finder, 'find'>,
  shapesFor: ShapesFor,
  query: Query,
  isCancelled: () => boolean,
  limit = facetScanLimit,
): Facets | null {
  const page = { direction: 'newest', from: null, limit: limit + 1, isCancelled } as const
  const found = find(query, 'rows', page, (row) => holds(row, shapesFor))
  if (found === null) return null
  const scanned = found.slice(0, limit)
  return { facets: offersOf(query, scanned), isMore: found.length > limit }
}

type Held = { readonly facets: readonly string[]; readonly states: readonly string[] }

function holds(row: StoredRow, shapesFor: ShapesFor): Held {
  const notification = readWhatCanBeRead(row, shapesFor)
  const states = [row['read_at'] === null ? 'unread' : 'read']
  if (row['pinned_at'] !== null) states.push('pinned')
  return { facets: notification === null ? [] : facetsOf(notification), states }
}

function offersOf(query: Query, scanned: readonly Held[]): Offer[] {
  // One of these is in all that was found, and the others are its alternatives: they would find more, not less.
  const asked = new Set(query.facets.flat())
  const facets = tally(scanned.flatMap((held) => held.facets.filter((facet) => !asked.has(facet))))
  const states = tally(scanned.flatMap((held) => held.states))
  const offers = [
    ...facets.map(([facet, count]) => ({ ...facetWords(facet), count })),
    ...states.map(([value, count]) => ({ operator: 'is', value, count })),
  ].filter(({ count }) => count < scanned.length)
  return operatorOrder.flatMap((operator) =>
    offers
      .filter((offer) => offer.operator === operator)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, offersAnOperator),
  )
}

/** In the order of their places where they are as many: types from info to success, codes from low to high. */
function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
}
