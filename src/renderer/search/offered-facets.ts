/** Which facets are worth offering beside a search: a few of each kind, or one kind hides the others. Pure. */
import type { Facets } from '../../contract/search.ts'

export type OfferedFacet = { readonly words: string; readonly count: number }

const ofEachLimit = 4

/** In the order in which they came, the commonest of each operator first. */
export function offeredFacets({ facets }: Facets): readonly OfferedFacet[] {
  const counts = new Map<string, number>()
  return facets.flatMap(({ operator, value, count }) => {
    const known = (counts.get(operator) ?? 0) + 1
    counts.set(operator, known)
    return known > ofEachLimit ? [] : [{ words: `${operator}:${value}`, count }]
  })
}
