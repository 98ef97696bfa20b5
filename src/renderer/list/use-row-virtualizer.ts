/** The virtualised rows: only those in sight exist, and always the selected one, so that it keeps the focus. */
import {
  defaultRangeExtractor,
  measureElement,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { NotificationRow } from '../../contract/notification-row.ts'
import { useIsLater } from '../time/use-is-later.ts'
import { observeSize } from './observe-size.ts'
import { estimateRowPx } from './row-height.ts'
import { createScrollTo } from './scroll-to.ts'

/** The day in sight lies over the list's upper end. */
const dayPx = 30
/** By then the first rows have been drawn. */
const seenAfterMs = 200
/** Sizes of rows that are gone: forgetting them takes a walk through all that are there. */
const sizesBeyondRows = 200
/** How near its ends the list asks for more rows. */
const rowsAhead = 80

type Options = {
  readonly rows: readonly NotificationRow[]
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The index of the row that must exist even out of sight; -1 for none. */
  readonly keptIndex: number
  /** What lies over the list's lower end. */
  readonly coveredPx: number
  /** What is read stays where it is while rows come and go above it. */
  readonly isStill: boolean
  /** Rows come faster than they can be read: those out of sight will have gone before they are scrolled to. */
  readonly isBurst: boolean
  readonly hasNewer: boolean
  readonly loadOlder: () => void
  readonly loadNewer: () => void
}

export function useRowVirtualizer(options: Options) {
  const { rows, scroller, keptIndex, coveredPx, isStill, isBurst, hasNewer, loadOlder, loadNewer } = options
  const widthPx = useRef(0)
  const [scrollTo] = useState(() => createScrollTo())
  const isSeen = useIsLater(seenAfterMs)
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    observeElementRect: observeSize,
    scrollToFn: scrollTo,
    // About as high as the list: so that the first render has its rows, and not only the second.
    initialRect: { width: 0, height: window.innerHeight },
    estimateSize(index) {
      const row = rows[index]
      return row === undefined ? 0 : estimateRowPx(row, widthPx.current, index === 0)
    },
    getItemKey: useCallback((index: number) => rows[index]?.rowId ?? index, [rows]),
    rangeExtractor: useCallback((range: Range) => withKept(range, keptIndex), [keptIndex]),
    measureElement: measureLater,
    // The library's word for it: rows that come above are made up for by scrolling.
    anchorTo: isStill ? 'end' : 'start',
    // Those out of sight can wait until the others are seen.
    overscan: isSeen && !isBurst ? 8 : 1,
    paddingEnd: 24 + coveredPx,
    scrollPaddingStart: dayPx,
    scrollPaddingEnd: coveredPx,
    directDomUpdates: true,
    useFlushSync: false,
  })
  const { range } = virtualizer
  const firstRowId = rows[0]?.rowId
  const isNearStart = range !== null && range.startIndex < rowsAhead
  const isNearEnd = (range?.endIndex ?? 0) >= rows.length - rowsAhead
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that arrived may not have been enough.
  useEffect(() => {
    if (isNearEnd) loadOlder()
  }, [isNearEnd, rows.length, rows.at(-1)?.rowId, loadOlder])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    if (!hasNewer || !isNearStart) return
    // Where the list is by now: a jump to its end has been made since, and needs nothing above.
    const first = virtualizer.getVirtualItemForOffset(scroller.current?.scrollTop ?? 0)
    if ((first?.index ?? 0) < rowsAhead) loadNewer()
  }, [isNearStart, hasNewer, rows.length, firstRowId, loadNewer])
  useEffect(() => {
    widthPx.current = virtualizer.scrollRect?.width ?? 0
  })
  useEffect(() => forgetSizes(virtualizer, rows), [virtualizer, rows])
  const measureRow = useCallback(
    (element: HTMLElement, rowId: number): void => {
      forgetElement(virtualizer, element, rowId)
      virtualizer.measureElement(element)
    },
    [virtualizer],
  )
  return { virtualizer, measureRow }
}

/** The library believes that an element stands for one row as long as it is in the page. */
function forgetElement({ elementsCache }: RowVirtualizer, element: HTMLElement, rowId: number): void {
  for (const [key, known] of elementsCache) if (known === element && key !== rowId) elementsCache.delete(key)
}

/** The library remembers the height of every row there ever was. */
function forgetSizes({ itemSizeCache }: RowVirtualizer, rows: Options['rows']): void {
  if (itemSizeCache.size <= rows.length + sizesBeyondRows) return
  const there = new Set(rows.map(({ rowId }) => rowId))
  for (const key of itemSizeCache.keys()) if (!there.has(Number(key))) itemSizeCache.delete(key)
}

type RowVirtualizer = Virtualizer<HTMLDivElement, HTMLElement>

/**
 * A row that has just appeared counts as estimated until the ResizeObserver tells its height, before the next paint.
 * Measuring it at once, as the library would, lays the list out anew for each row: a third of a burst's time.
 */
function measureLater(
  element: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  virtualizer: RowVirtualizer,
): number {
  if (entry !== undefined) return measureElement(element, entry, virtualizer)
  const index = virtualizer.indexFromElement(element)
  return virtualizer.measurementsCache[index]?.size ?? virtualizer.options.estimateSize(index)
}

function withKept(range: Range, keptIndex: number): number[] {
  const indexes = defaultRangeExtractor(range)
  const first = indexes[0] ?? 0
  if (keptIndex < 0 || keptIndex >= range.count || indexes.includes(keptIndex)) return indexes
  return keptIndex < first ? [keptIndex, ...indexes] : [...indexes, keptIndex]
}
