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
      selection: {
        rowId,
        isOpen,
        revealCount: state.selection.revealCount + (options.reveal ? 1 : 0),
      },
    }))
    if (isOpen) detail.show(rowId)
  }
  return {
    select,
    move(by, options) {
      const { rows } = cell.read().list
      const selected = cell.read().selection.rowId
      const from = rows.findIndex((row) => row.rowId === selected)
      const to = from === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, from + by))
      const row = rows[to]
      if (row !== undefined) select(row.rowId, { ...options, reveal: true })
    },
    closeDetail() {
      cell.update((state) => ({
        ...state,
        selection: { ...state.selection, isOpen: false, revealCount: state.selection.revealCount + 1 },
        detail: { kind: 'none' },
      }))
    },
  }
}
