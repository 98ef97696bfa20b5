/** The feed of notifications: virtualised, live at its top, still while it is read further down. */
import { useCallback, useEffect, useRef } from 'react'
import { isSearching } from '../search/search-query.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { startOfDay } from '../time/day-label.ts'
import { useTicking } from '../time/ticker-context.tsx'
import { dayStartingAt } from './day-starts.ts'
import { ListEnd } from './list-end.tsx'
import { countMatching } from './list-filter.ts'
import type { ListModel } from './list-model.ts'
import { NewArrivalsPill } from './new-arrivals-pill.tsx'
import { NotificationArticle } from './notification-article.tsx'
import { useHolding } from './use-holding.ts'
import { useListAnchor } from './use-list-anchor.ts'
import { useReveal } from './use-reveal.ts'
import { useRowVirtualizer } from './use-row-virtualizer.ts'
import './notification-list.css'
import './row.css'

export function NotificationList() {
  const store = useStore()
  const list = useWindowState((state) => state.list)
  const total = useWindowState(({ engine, list: { filter } }) =>
    engine === null ? 0 : countMatching(engine.counts, filter),
  )
  const selection = useWindowState((state) => state.selection)
  const today = useTicking(startOfDay)
  const scroller = useRef<HTMLDivElement>(null)
  const { rows } = list
  const selectedIndex = rows.findIndex((row) => row.rowId === selection.rowId)

  const { isHolding, isScrolledDown } = useHolding(scroller)
  useEffect(() => {
    if (list.isHolding !== isHolding) store.list.setHolding(isHolding)
  }, [store, list.isHolding, isHolding])

  const virtualizer = useRowVirtualizer({
    rows,
    scroller,
    keptIndex: selectedIndex,
    loadOlder: store.list.loadOlder,
  })
  const scrollToIndex = useCallback(
    (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    [virtualizer],
  )
  useReveal({
    scroller,
    revealCount: selection.revealCount,
    index: selectedIndex,
    rowId: selection.rowId,
    scrollToIndex,
  })
  const { filter, search } = list
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter or search is another list, read from its top.
  useEffect(() => virtualizer.scrollToOffset(0), [virtualizer, filter, search])
  useListAnchor({ list, scroller, virtualizer })

  const open = useCallback(
    (rowId: number) => store.selection.select(rowId, { open: true, reveal: false }),
    [store],
  )
  const markAsRead = useCallback((rowId: number) => store.run('markAsRead', { rowIds: [rowId] }), [store])
  const setSize = setSizeOf(list, total)
  const tabStopIndex = Math.max(0, selectedIndex)
  const jumpToTop = (): void => {
    store.list.setHolding(false)
    virtualizer.scrollToOffset(0)
    scroller.current?.focus({ preventScroll: true })
  }

  return (
    <div className="list-frame">
      {isScrolledDown && list.heldCount > 0 && <NewArrivalsPill count={list.heldCount} onJump={jumpToTop} />}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name; the rule sees neither. */}
      <div
        ref={scroller}
        className="list-scroller"
        // A feed without articles is none (ARIA); a list may be empty.
        role={rows.length === 0 && !list.isLoading ? 'list' : 'feed'}
        aria-label="Notifications"
        aria-busy={list.isLoading}
        data-stale={list.isLoading && rows.length > 0}
        tabIndex={rows.length === 0 ? 0 : -1}
      >
        <div ref={virtualizer.containerRef} className="list-rows" role="presentation">
          {virtualizer.getVirtualItems().map(({ key, index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <NotificationArticle
                key={key}
                row={row}
                index={index}
                position={list.heldCount + index + 1}
                setSize={setSize}
                matches={list.matches.get(row.rowId)}
                day={dayStartingAt(rows, index, today)}
                isSelected={index === selectedIndex}
                isTabStop={index === tabStopIndex}
                measure={virtualizer.measureElement}
                onOpen={open}
                onMarkAsRead={markAsRead}
              />
            )
          })}
        </div>
      </div>
      <ListEnd />
    </div>
  )
}

/** How many rows there are in all; -1 where that is not known (ARIA). */
function setSizeOf(list: ListModel, total: number): number {
  const known = list.heldCount + list.rows.length
  if (!isSearching(list.search)) return Math.max(total, known)
  return list.hasOlder ? -1 : known
}
