/** Makes one query of what its parts ask for. */
import type { Term } from './operators.ts'
import type { Query } from './query.ts'

export type SignedTerm = { readonly term: Term; readonly isNegative: boolean }

export function gatherTerms(signed: readonly SignedTerm[]): Query {
  const wanted = signed.filter(({ isNegative }) => !isNegative).map(({ term }) => term)
  const unwanted = signed.filter(({ isNegative }) => isNegative).map(({ term }) => term)
  return {
    all: ofKind(wanted, 'text').map(({ text }) => text),
    none: ofKind(unwanted, 'text').map(({ text }) => text),
    facets: [...Map.groupBy(ofKind(wanted, 'facet'), ({ group }) => group).values()].map(facetTexts),
    noFacets: facetTexts(ofKind(unwanted, 'facet')),
    states: [
      ...ofKind(wanted, 'state').map(({ state, is }) => ({ state, is })),
      ...ofKind(unwanted, 'state').map(({ state, is }) => ({ state, is: !is })),
    ],
    receivedFrom: boundOf(Math.max, [...ofKind(wanted, 'from'), ...ofKind(unwanted, 'before')]),
    receivedBefore: boundOf(Math.min, [...ofKind(wanted, 'before'), ...ofKind(unwanted, 'from')]),
    sources: ofKind(wanted, 'source').map(({ address }) => address),
    noSources: ofKind(unwanted, 'source').map(({ address }) => address),
  }
}

function ofKind<Kind extends Term['kind']>(terms: readonly Term[], kind: Kind) {
  return terms.filter((term): term is Extract<Term, { readonly kind: Kind }> => term.kind === kind)
}

const facetTexts = (terms: readonly { readonly facet: string }[]): string[] => terms.map(({ facet }) => facet)

function boundOf(
  choose: (...times: number[]) => number,
  moments: readonly { readonly at: number }[],
): number | null {
  return moments.length === 0 ? null : choose(...moments.map(({ at }) => at))
}
