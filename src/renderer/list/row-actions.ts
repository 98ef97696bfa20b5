/** What the reader can do with one notification, and undo. */
import type { JobView } from '../../contract/jobs.ts'
import { newestUndoable } from '../jobs/newest-undoable.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'
import type { SelectionControl } from './selection-control.ts'

export type RowActions = {
  setPinned(rowId: number, isPinned: boolean): void
  /** @param options `keepOpen`: whether the detail follows to the next row when the selected one goes */
  remove(rowId: number, options: { readonly keepOpen: boolean }): void
  /** Brings back what was deleted last, while that counts. @returns whether there was something */
  undo(): boolean
}

type Deps = {
  readonly cell: StateCell<WindowState>
  readonly selection: SelectionControl
  readonly run: WindowStore['run']
  readonly now: () => number
}

const noJobs: readonly JobView[] = []

export function createRowActions({ cell, selection, run, now }: Deps): RowActions {
  return {
    setPinned: (rowId, isPinned) => run('setPinned', { rowIds: [rowId], isPinned }),
    remove(rowId, options) {
      if (cell.read().selection.rowId === rowId) selection.leave(options)
      run('deleteNotifications', { rowIds: [rowId] })
    },
    undo() {
      const job = newestUndoable(cell.read().engine?.jobs ?? noJobs, now())
      if (job === null) return false
      run('undoDeletion', { jobId: job.jobId })
      return true
    },
  }
}
