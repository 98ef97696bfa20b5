/** Where the reader stands in the list, and whether that row's detail is open. */
import type { DetailLoader } from '../detail/detail-loader.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { Anchor } from './list-anchor.ts'
import type { ListLoader } from './list-loader.ts'

export type SelectionControl = {
  /** Stands on a row. Its detail opens, or follows when it is open already. */
  select(rowId: number, options: { readonly open: boolean; readonly reveal: boolean }): void
  /** Moves by so many rows; from nowhere to the first one in sight. */
  move(by: number, options: { readonly open: boolean }): void
  /** Goes to the newest row of the whole list, or to its oldest, which may have to be read first. */
  moveToEnd(end: 'newest' | 'oldest', options: { readonly open: boolean }): Promise<void>
  closeDetail(): void
  /**
   * These rows are about to go: when the reader stands on one, stands on that which will take its place, or else on the
   * one above.
   * @param options `keepOpen`: the detail follows, where it has room beside the list; otherwise it closes
   */
  leave(rowIds: ReadonlySet<number>, options: { readonly keepOpen: boolean }): void
}

type Deps = {
  readonly cell: StateCell<WindowState>
  readonly list: Pick<ListLoader, 'setHolding' | 'toNewest' | 'toOldest'>
  readonly detail: DetailLoader
  /** Where the list is read. */
  readonly anchor: () => Anchor
}

export function createSelectionControl({ cell, list, detail, anchor }: Deps): SelectionControl {
  const select: SelectionControl['select'] = (rowId, options) => {
    // A toast may name a row that is held back.
    if (cell.read().list.held.some((row) => row.rowId === rowId)) list.setHolding(false)
    const isOpen = options.open || cell.read().selection.isOpen
    cell.update((state) => ({
      ...state,
      // Its snooze menu was asked for, and somebody went elsewhere: it is not to open later by itself.
      place: withoutOtherWish(state.place, rowId),
      selection: {
        rowId,
        isOpen,
        revealCount: state.selection.revealCount + (options.reveal ? 1 : 0),
      },
    }))
    if (isOpen) detail.show(rowId)
  }
  const closeDetail = (): void =>
    cell.update((state) => ({
      ...state,
      selection: { ...state.selection, isOpen: false, revealCount: state.selection.revealCount + 1 },
      detail: { kind: 'none' },
      place: withoutOtherWish(state.place, null),
    }))

  function selectAt(index: number, options: { readonly open: boolean }): void {
    const row = cell.read().list.rows.at(index)
    if (row !== undefined) select(row.rowId, { ...options, reveal: true })
  }

  /** The first row in sight, for who stands on none that is loaded. */
  function indexInSight(): number {
    const at = anchor()
    return at === null
      ? 0
      : Math.max(
          0,
          cell.read().list.rows.findIndex(({ rowId }) => rowId <= at.rowId),
        )
  }

  return {
    select,
    closeDetail,
    leave(rowIds, { keepOpen }) {
      const { selection, list: shown } = cell.read()
      if (selection.rowId === null || !rowIds.has(selection.rowId)) return
      const index = shown.rows.findIndex(({ rowId }) => rowId === selection.rowId)
      const stays = ({ rowId }: { readonly rowId: number }): boolean => !rowIds.has(rowId)
      const next =
        index === -1
          ? undefined
          : (shown.rows.slice(index).find(stays) ?? shown.rows.slice(0, index).findLast(stays))
      if (next === undefined || !keepOpen) closeDetail()
      if (next !== undefined) select(next.rowId, { open: false, reveal: true })
    },
    move(by, options) {
      const { rows } = cell.read().list
      const { rowId: selected } = cell.read().selection
      const from = rows.findIndex(({ rowId }) => rowId === selected)
      if (rows.length === 0) return
      selectAt(from === -1 ? indexInSight() : Math.max(0, Math.min(rows.length - 1, from + by)), options)
    },
    async moveToEnd(end, options) {
      await (end === 'newest' ? list.toNewest() : list.toOldest())
      selectAt(end === 'newest' ? 0 : -1, options)
    },
  }
}

function withoutOtherWish(place: WindowState['place'], rowId: number | null): WindowState['place'] {
  return place.snoozeMenuFor === null || place.snoozeMenuFor === rowId
    ? place
    : { ...place, snoozeMenuFor: null }
}
