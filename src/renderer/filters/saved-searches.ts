/** Changes to the list of saved searches. Pure. */
import { type SavedSearch, savedSearchLimit } from '../../contract/saved-search.ts'

export type SavedSearches = readonly SavedSearch[]
/** With the place where it stood. */
export type RemovedSearch = { readonly search: SavedSearch; readonly index: number }

export const nameLimit = 60

/** What a query finds does not depend on the white space around it. */
export const isSameQuery = (one: string, other: string): boolean => one.trim() === other.trim()

export const isFull = (searches: SavedSearches): boolean => searches.length >= savedSearchLimit

export const added = (searches: SavedSearches, search: SavedSearch): SavedSearches =>
  isFull(searches) ? searches : [...searches, search]

export const renamed = (searches: SavedSearches, index: number, name: string): SavedSearches =>
  searches.map((search, at) => (at === index ? { ...search, name } : search))

export const without = (searches: SavedSearches, index: number): SavedSearches => searches.toSpliced(index, 1)

/** Back where it stood, as far as the list still reaches; not beside its like, and not beyond the limit. */
export function restored(searches: SavedSearches, { search, index }: RemovedSearch): SavedSearches {
  const isThere = searches.some(({ name, query }) => name === search.name && query === search.query)
  return isThere || isFull(searches) ? searches : searches.toSpliced(index, 0, search)
}

/** @param by -1 for one up, 1 for one down; beyond the ends nothing moves */
export function moved(searches: SavedSearches, index: number, by: -1 | 1): SavedSearches {
  const search = searches[index]
  const to = index + by
  if (search === undefined || to < 0 || to >= searches.length) return searches
  return without(searches, index).toSpliced(to, 0, search)
}

/** What tells each from the others, also where two ask the same: it stays its own when it is moved or renamed. */
export const keysOf = (searches: SavedSearches): readonly string[] =>
  searches.map(({ query }, index) => {
    const before = searches.slice(0, index).filter((other) => other.query === query)
    return `${before.length} ${query}`
  })

/** With its value, and what is left out: neither names what is searched for. */
const noWords = /(^|\s)(-?\p{L}+:|-)("[^"]*"?|\S+)/gu
/** Without its value: `type:error` is an error. */
const operatorNames = /(^|\s)-?\p{L}+:(?=\S)/gu

/**
 * A name for a query: its words, or where it has none what its operators ask for; not one that another has.
 * @param query not empty
 */
export function proposedName(query: string, searches: SavedSearches): string {
  const words = query.replaceAll(noWords, ' ').trim()
  const bare = (words === '' ? query.replaceAll(operatorNames, '$1') : words)
    .replaceAll(/["*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const name = capitalised(bare === '' ? query.trim() : bare)
  const taken = new Set(searches.map((search) => search.name))
  if (!taken.has(cut(name, nameLimit))) return cut(name, nameLimit)
  for (let number = 2; ; number += 1) {
    const numbered = `${cut(name, nameLimit - 4)} ${number}`
    if (!taken.has(numbered)) return numbered
  }
}

/** No half of a character at its end. */
const cut = (text: string, limit: number): string =>
  text
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
