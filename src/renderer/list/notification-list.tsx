/** The feed of notifications: virtualised, live at its top, still while it is read further down. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { isSearching } from '../search/search-query.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import type { WindowStore } from '../store/window-store.ts'
import { dayLabel, startOfDay } from '../time/day-label.ts'
import { useTicking } from '../time/ticker-context.tsx'
import { dayStartingAt } from './day-starts.ts'
import { JumpButton } from './jump-button.tsx'
import { ListEnd } from './list-end.tsx'
import { countInList } from './list-filter.ts'
import type { ListModel } from './list-model.ts'
import { positionOf } from './list-window.ts'
import { NotificationArticle, type RowHandlers } from './notification-article.tsx'
import { PickBar } from './pick-bar.tsx'
import { isPicking } from './picks.ts'
import { useHolding } from './use-holding.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useListAnchor } from './use-list-anchor.ts'
import { useReveal } from './use-reveal.ts'
import { useRowSlots } from './use-row-slots.ts'
import { useRowVirtualizer } from './use-row-virtualizer.ts'
import './notification-list.css'
import './row.css'

const pickBarPx = 72

export function NotificationList() {
  const store = useStore()
  const list = useWindowState((state) => state.list)
  const total = useWindowState(({ engine, list: { filter } }) =>
    engine === null ? 0 : countInList(engine, filter),
  )
  const isBurst = useWindowState((state) => state.isBurst && !state.list.isHolding)
  const selection = useWindowState((state) => state.selection)
  const picks = useWindowState((state) => state.picks)
  const i18n = useI18n()
  const today = useTicking(startOfDay)
  const scroller = useRef<HTMLDivElement>(null)
  const handlers = useMemo(() => rowHandlers(store), [store])
  const { rows, filter, search, hasNewer } = list
  const selectedIndex = rows.findIndex((row) => row.rowId === selection.rowId)

  const arePicked = isPicking(picks)

  const { isHolding, isScrolledDown } = useHolding(scroller)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be let in below a hole may be now.
  useEffect(() => {
    if (list.isHolding !== isHolding) store.list.setHolding(isHolding)
  }, [store, list.isHolding, isHolding, hasNewer])

  const { virtualizer, measureRow } = useRowVirtualizer({
    ...{ rows, scroller, keptIndex: selectedIndex, isStill: list.isHolding, isBurst, hasNewer },
    coveredPx: arePicked ? pickBarPx : 0,
    ...{ loadOlder: store.list.loadOlder, loadNewer: store.list.loadNewer },
  })
  const scrollToIndex = useCallback(
    (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    [virtualizer],
  )
  useReveal({
    ...{ scroller, scrollToIndex, revealCount: selection.revealCount },
    ...{ index: selectedIndex, rowId: selection.rowId },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bar that appears must not hide the row one stands on.
  useEffect(() => {
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: -1 }
    if (arePicked && selectedIndex >= startIndex && selectedIndex <= endIndex) scrollToIndex(selectedIndex)
  }, [arePicked])
  useKeptFocus(scroller, rows)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter or search is another list, read from its top.
  useEffect(() => {
    if ((virtualizer.scrollOffset ?? 0) !== 0) virtualizer.scrollToOffset(0)
  }, [virtualizer, filter, search])
  useListAnchor({ list, scroller, virtualizer })

  const shown = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const row = rows[index]
    return row === undefined ? [] : [{ index, row }]
  })
  const slots = useRowSlots(
    scroller,
    shown.map(({ row }) => row.rowId),
  )
  const setSize = setSizeOf(list, total)
  const tabStopIndex = Math.max(0, selectedIndex)
  const jumpToTop = async (): Promise<void> => {
    await store.list.toNewest()
    // The store tells of them at the next frame.
    requestAnimationFrame(() => {
      virtualizer.scrollToOffset(0)
      scroller.current?.focus({ preventScroll: true })
    })
  }
  const isBelowTop = isScrolledDown || hasNewer
  const topRow = rows[virtualizer.range?.startIndex ?? 0]

  return (
    <div className="list-frame">
      {isScrolledDown && topRow !== undefined && (
        <p className="day-in-sight" aria-hidden="true">
          {dayLabel(i18n, topRow.receivedAt, today)}
        </p>
      )}
      {isBelowTop && rows.length > 0 && <JumpButton count={list.heldCount} onJump={() => void jumpToTop()} />}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name; the rule sees neither. */}
      <div
        ref={scroller}
        className="list-scroller"
        // A feed without articles is none (ARIA); a list may be empty.
        role={rows.length === 0 && !list.isLoading ? 'list' : 'feed'}
        aria-label={i18n.t('list.name')}
        aria-busy={list.isLoading}
        data-stale={list.isLoading && rows.length > 0}
        tabIndex={rows.length === 0 ? 0 : -1}
      >
        <div ref={virtualizer.containerRef} className="list-rows" role="presentation">
          {shown.map(({ index, row }) => (
            <NotificationArticle
              key={slots.get(row.rowId)}
              row={row}
              index={index}
              position={positionOf(list, index, setSize === -1 ? null : setSize)}
              setSize={setSize}
              matches={list.matches.get(row.rowId)}
              day={dayStartingAt(i18n, rows, index, today)}
              isSelected={index === selectedIndex}
              isPicked={picks.rowIds.has(row.rowId)}
              isPicking={arePicked}
              isTabStop={index === tabStopIndex}
              measure={measureRow}
              handlers={handlers}
            />
          ))}
        </div>
      </div>
      <ListEnd />
      <PickBar />
    </div>
  )
}

const rowHandlers = ({ cell, selection, rows, picks }: WindowStore): RowHandlers => ({
  onOpen: (rowId) => selection.select(rowId, { open: true, reveal: false }),
  onStand(rowId) {
    if (cell.read().selection.rowId !== rowId) selection.select(rowId, { open: false, reveal: false })
  },
  onMarkAsRead: (rowId) => rows.markAsRead([rowId]),
  onToggle: picks.toggle,
  onPickTo: picks.pickTo,
})

/** How many rows there are in all; -1 where that is not known (ARIA). */
function setSizeOf(list: ListModel, total: number | null): number {
  const known = list.heldCount + list.rows.length
  if (!isSearching(list.search) && total !== null) return Math.max(total, known)
  return list.hasOlder || list.hasNewer ? -1 : known
}
