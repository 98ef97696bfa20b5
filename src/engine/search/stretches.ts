/** In which steps a search goes through the history. Pure. */
import type { Direction, RowPage } from '../history/row-page.ts'
import { hasCostlyPrefix } from './match-expression.ts'
import { needsText, type Query } from './query.ts'
import type { RowBounds } from './row-bounds.ts'

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
  /** How many rows are to be read before the index is asked (`rowsToRead`). */
  readonly nearRows: number
}

/** FTS5 walks to where it is to begin, from the end that it begins at: so far away that takes longer than to read rows. */
const farRows = 50_000
/** For a page of a few rows; where a sixth of all rows are found, or more, they fill it. */
const nearRowsFor = { limit: 100, each: 6 } as const

/** @returns how many rows to read from where a page begins before the index is asked; 0 where the index is quick there */
export function rowsToRead(
  { direction, from, limit }: RowPage,
  { first, last }: RowBounds,
  indexedUpTo: number,
): number {
  if (from === null || limit > nearRowsFor.limit) return 0
  const walked = direction === 'newest' ? indexedUpTo - last : first
  return walked > farRows ? limit * nearRowsFor.each : 0
}

/** @returns what is to be gone through, in the order of `direction` */
export function stretchesOf(query: Query, direction: Direction, territory: Territory): Stretch[] {
  const { indexedUpTo, areFew } = territory
  const isEmpty = ({ first, last }: RowBounds): boolean => first > last
  if (!needsText(query)) {
    return windowsOf(territory.bounds, direction).map((window) => ({ how: 'columns', ...window }))
  }
  const [near, bounds] = cutOff(
    territory.bounds,
    direction,
    areFew ? Number.POSITIVE_INFINITY : territory.nearRows,
  )
  const indexed = { first: bounds.first, last: Math.min(bounds.last, indexedUpTo) }
  // Each window would gather such a prefix anew, from all of the index.
  const windows = hasCostlyPrefix(query) ? [indexed] : windowsOf(indexed, direction)
  const tail: Stretch = { how: 'scan', first: Math.max(bounds.first, indexedUpTo + 1), last: bounds.last }
  const stretches = windows.map((window): Stretch => ({ how: 'index', ...window }))
  const rest = direction === 'newest' ? [tail, ...stretches] : [...stretches, tail]
  return [{ how: 'scan', ...near } as const, ...rest].filter((stretch) => !isEmpty(stretch))
}

function windowsOf({ first, last }: RowBounds, direction: Direction): RowBounds[] {
  const windows: RowBounds[] = []
  let rest = { first, last }
  for (const size of windowSizes) {
    if (rest.first > rest.last) break
    const [window, left] = cutOff(rest, direction, size)
    windows.push(window)
    rest = left
  }
  return windows
}

/** @returns so many rows from where it begins, and the rest */
function cutOff({ first, last }: RowBounds, direction: Direction, rows: number): [RowBounds, RowBounds] {
  if (direction === 'newest') {
    const from = Math.max(first, last - rows + 1)
    return [
      { first: from, last },
      { first, last: from - 1 },
    ]
  }
  const to = Math.min(last, first + rows - 1)
  return [
    { first, last: to },
    { first: to + 1, last },
  ]
}
