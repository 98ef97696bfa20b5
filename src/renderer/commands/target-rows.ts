/** Which notifications a command is meant for: those that are picked, or else the one the reader stands on. Pure. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import { isPicking } from '../list/picks.ts'
import type { WindowState } from '../store/window-state.ts'

/** The row the reader stands on: in the list, or open though the list does not show it. */
export function selectedRow({ selection, list, detail }: WindowState): NotificationRow | null {
  const { rowId } = selection
  if (rowId === null) return null
  const row = list.rows.find((each) => each.rowId === rowId)
  if (row !== undefined) return row
  return detail.kind === 'shown' && detail.rowId === rowId ? detail.notification : null
}

export function targetIds(state: WindowState): readonly number[] {
  if (isPicking(state.picks)) return [...state.picks.rowIds]
  const row = selectedRow(state)
  return row === null ? [] : [row.rowId]
}

/** Those of them that are loaded: what is picked may have been let go of since. */
export function targetRows(state: WindowState): readonly NotificationRow[] {
  if (isPicking(state.picks)) return state.list.rows.filter(({ rowId }) => state.picks.rowIds.has(rowId))
  const row = selectedRow(state)
  return row === null ? [] : [row]
}
