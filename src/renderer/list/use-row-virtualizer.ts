/** The virtualised rows: only those in sight exist, and always the selected one, so that it keeps the focus. */
import {
  defaultRangeExtractor,
  measureElement,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect } from 'react'
import type { NotificationRow } from '../../contract/notification-row.ts'

const estimatedRowPx = 86
/** How near its end the list asks for older rows. */
const rowsAhead = 60

type Options = {
  readonly rows: readonly NotificationRow[]
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The index of the row that must exist even out of sight; -1 for none. */
  readonly keptIndex: number
  readonly loadOlder: () => void
}

export function useRowVirtualizer({ rows, scroller, keptIndex, loadOlder }: Options) {
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowPx,
    getItemKey: useCallback((index: number) => rows[index]?.rowId ?? index, [rows]),
    rangeExtractor: useCallback((range: Range) => withKept(range, keptIndex), [keptIndex]),
    measureElement: measureLater,
    overscan: 8,
    paddingEnd: 24,
    directDomUpdates: true,
    useFlushSync: false,
  })
  const lastInSight = virtualizer.range?.endIndex ?? 0
  const isNearEnd = lastInSight >= rows.length - rowsAhead
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that arrived may not have been enough.
  useEffect(() => {
    if (isNearEnd) loadOlder()
  }, [isNearEnd, rows.length, loadOlder])
  return virtualizer
}

/**
 * A row that has just appeared counts as estimated until the ResizeObserver tells its height, before the next paint.
 * Measuring it at once, as the library would, lays the list out anew for each row: a third of a burst's time.
 */
function measureLater(
  element: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<HTMLDivElement, HTMLElement>,
): number {
  if (entry !== undefined) return measureElement(element, entry, virtualizer)
  const index = virtualizer.indexFromElement(element)
  return virtualizer.measurementsCache[index]?.size ?? estimatedRowPx
}

function withKept(range: Range, keptIndex: number): number[] {
  const indexes = defaultRangeExtractor(range)
  const first = indexes[0] ?? 0
  if (keptIndex < 0 || keptIndex >= range.count || indexes.includes(keptIndex)) return indexes
  return keptIndex < first ? [keptIndex, ...indexes] : [...indexes, keptIndex]
}
