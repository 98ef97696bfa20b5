/** In which steps a search goes through the history. Pure. */
import { hasCostlyPrefix } from './match-expression.ts'
import { needsText, type Query } from './query.ts'
import type { RowBounds } from './row-bounds.ts'

export type Direction = 'newest' | 'oldest'

export type Stretch = RowBounds & {
  /** By the columns alone, by the index, or by reading each row. */
  readonly how: 'columns' | 'index' | 'scan'
}

/** In row ids. A search can be cancelled after each; they grow, so that what is rare costs few of them. */
const windowSizes = [20_000, 80_000, 320_000, Number.POSITIVE_INFINITY] as const

export type Territory = {
  readonly bounds: RowBounds
  /** Rows above it are not in the index. */
  readonly indexedUpTo: number
  /** Whether to read each candidate rather than to ask the index. */
  readonly areFew: boolean
}

/** @returns what is to be gone through, in the order of `direction` */
export function stretchesOf(query: Query, direction: Direction, territory: Territory): Stretch[] {
  const { bounds, indexedUpTo, areFew } = territory
  const isEmpty = ({ first, last }: RowBounds): boolean => first > last
  if (!needsText(query)) return windowsOf(bounds, direction).map((window) => ({ how: 'columns', ...window }))
  if (areFew) return isEmpty(bounds) ? [] : [{ how: 'scan', ...bounds }]
  const indexed = { first: bounds.first, last: Math.min(bounds.last, indexedUpTo) }
  // Each window would gather such a prefix anew, from all of the index.
  const windows = hasCostlyPrefix(query) ? [indexed] : windowsOf(indexed, direction)
  const tail: Stretch = { how: 'scan', first: Math.max(bounds.first, indexedUpTo + 1), last: bounds.last }
  const stretches = windows.map((window): Stretch => ({ how: 'index', ...window }))
  const ordered = direction === 'newest' ? [tail, ...stretches] : [...stretches, tail]
  return ordered.filter((stretch) => !isEmpty(stretch))
}

function windowsOf({ first, last }: RowBounds, direction: Direction): RowBounds[] {
  const windows: RowBounds[] = []
  let rest = { first, last }
  for (const size of windowSizes) {
    if (rest.first > rest.last) break
    if (direction === 'newest') {
      const from = Math.max(rest.first, rest.last - size + 1)
      windows.push({ first: from, last: rest.last })
      rest = { first: rest.first, last: from - 1 }
    } else {
      const to = Math.min(rest.last, rest.first + size - 1)
      windows.push({ first: rest.first, last: to })
      rest = { first: to + 1, last: rest.last }
    }
  }
  return windows
}
