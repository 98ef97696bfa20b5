/** A query that was understood: what a notification must hold to be found. Not: how it is written (parse-query.ts). */

/** Tokens that stand one after the other, folded as by `tokenise`. */
export type TextTerm = {
  readonly tokens: readonly string[]
  /** The last token need only begin so. */
  readonly isPrefix: boolean
}

/** What a column of the row says, which changes while the row stays in the index. */
export type StateTerm = { readonly state: 'unread' | 'pinned'; readonly is: boolean }

/** All of it must hold. */
export type Query = {
  readonly all: readonly TextTerm[]
  readonly none: readonly TextTerm[]
  /** Of each list, at least one facet (facets.ts). */
  readonly facets: readonly (readonly string[])[]
  readonly noFacets: readonly string[]
  readonly states: readonly StateTerm[]
  /** Milliseconds since the epoch: received at or after; null for no bound. */
  readonly receivedFrom: number | null
  /** Milliseconds since the epoch: received strictly before; null for no bound. */
  readonly receivedBefore: number | null
  /** Lower case; the source's address holds one of them. Empty for any source. */
  readonly sources: readonly string[]
  readonly noSources: readonly string[]
}

/** Finds every notification. */
export const everything: Query = {
  all: [],
  none: [],
  facets: [],
  noFacets: [],
  states: [],
  receivedFrom: null,
  receivedBefore: null,
  sources: [],
  noSources: [],
}

/** Whether titles, messages or facets matter, and not columns alone. */
export const needsText = ({ all, none, facets, noFacets }: Query): boolean =>
  all.length + none.length + facets.length + noFacets.length > 0
