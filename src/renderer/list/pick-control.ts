/** What the reader does to pick rows. */
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import { beginRange, isPicking, noPicks, type Picks, pickAll, pickTo, togglePick } from './picks.ts'
import type { SelectionControl } from './selection-control.ts'

export type PickControl = {
  toggle(rowId: number): void
  /** From where the range begins, or from the row the reader stands on, to this one. */
  pickTo(rowId: number): void
  /** As `pickTo`, to the row so many further down; the reader stands on it then. */
  extend(by: number): void
  /** Those that are loaded. */
  pickAll(): void
  /** @returns whether there was something to end */
  end(): boolean
  wantSnoozeMenu(): void
  snoozeMenuOpened(): void
}

export function createPickControl(cell: StateCell<WindowState>, selection: SelectionControl): PickControl {
  const update = (change: (picks: Picks, state: WindowState) => Picks): void =>
    cell.update((state) => ({ ...state, picks: change(state.picks, state) }))

  function begin(picks: Picks, { selection: stood }: WindowState): Picks {
    return stood.rowId === null ? picks : beginRange(picks, stood.rowId)
  }

  function pickToRow(rowId: number): void {
    update((picks, state) => pickTo(begin(picks, state), state.list.rows, rowId))
  }

  return {
    toggle(rowId) {
      update((picks) => togglePick(picks, rowId))
    },
    pickTo: pickToRow,
    extend(by) {
      update(begin)
      selection.move(by, { open: false })
      const { rowId } = cell.read().selection
      if (rowId !== null) pickToRow(rowId)
    },
    pickAll: () => update((_picks, { list }) => pickAll(list.rows)),
    end() {
      if (!isPicking(cell.read().picks)) return false
      update(() => noPicks)
      return true
    },
    wantSnoozeMenu: () => update((picks) => ({ ...picks, isSnoozeWanted: true })),
    snoozeMenuOpened: () => update((picks) => ({ ...picks, isSnoozeWanted: false })),
  }
}
