/** Where the reader stands in the list, and whether that row's detail is open. */
import type { DetailLoader } from '../detail/detail-loader.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { ListLoader } from './list-loader.ts'

export type SelectionControl = {
  /** Stands on a row. Its detail opens, or follows when it is open already. */
  select(rowId: number, options: { readonly open: boolean; readonly reveal: boolean }): void
  /** Moves by so many rows, from nowhere to the first one; `Infinity` is the last row loaded. */
  move(by: number, options: { readonly open: boolean }): void
  closeDetail(): void
  /**
   * The selected row is about to go: stands on the one that will take its place, or else on the one above.
   * @param options `keepOpen`: the detail follows, where it has room beside the list; otherwise it closes
   */
  leave(options: { readonly keepOpen: boolean }): void
}

export function createSelectionControl(
  cell: StateCell<WindowState>,
  list: ListLoader,
  detail: DetailLoader,
): SelectionControl {
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
  return {
    select,
    closeDetail,
    leave({ keepOpen }) {
      const { selection, list: shown } = cell.read()
      const { rows } = shown
      const index = rows.findIndex((row) => row.rowId === selection.rowId)
      const next = index === -1 ? undefined : (rows[index + 1] ?? rows[index - 1])
      if (next === undefined || !keepOpen) closeDetail()
      if (next !== undefined) select(next.rowId, { open: false, reveal: true })
    },
    move(by, options) {
      const { rows } = cell.read().list
      const selected = cell.read().selection.rowId
      const from = rows.findIndex((row) => row.rowId === selected)
      const to = from === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, from + by))
      const row = rows[to]
      if (row !== undefined) select(row.rowId, { ...options, reveal: true })
    },
  }
}

function withoutOtherWish(place: WindowState['place'], rowId: number | null): WindowState['place'] {
  return place.snoozeMenuFor === null || place.snoozeMenuFor === rowId
    ? place
    : { ...place, snoozeMenuFor: null }
}
