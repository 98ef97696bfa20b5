/** What the reader can do with notifications, one or many, and undo. */
import type { JobView } from '../../contract/jobs.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { SnoozeChoice } from '../../contract/snooze.ts'
import { titlePattern } from '../../contract/title-pattern.ts'
import { newestUndoable } from '../jobs/newest-undoable.ts'
import { toggleMute } from '../statistics/mutes.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'
import type { SelectionControl } from './selection-control.ts'

type RowIds = readonly number[]

export type RowActions = {
  markAsRead(rowIds: RowIds): void
  /** Here alone. */
  markAsUnread(rowIds: RowIds): void
  setPinned(rowIds: RowIds, isPinned: boolean): void
  snooze(rowIds: RowIds, choice: SnoozeChoice): void
  /** @param options `keepOpen`: whether the detail follows to the next row when the selected one goes */
  remove(rowIds: RowIds, options: { readonly keepOpen: boolean }): void
  /** Titles like this one show no toasts any more, or do again. */
  toggleMuted(row: NotificationRow): void
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
/** The contract's limit. */
const rowsAtOnce = 1_000

export function createRowActions({ cell, selection, run, now }: Deps): RowActions {
  const inParts = (rowIds: RowIds, runOne: (part: number[]) => void): void => {
    for (let first = 0; first < rowIds.length; first += rowsAtOnce)
      runOne(rowIds.slice(first, first + rowsAtOnce))
  }

  return {
    markAsRead: (all) => inParts(all, (rowIds) => run('markAsRead', { rowIds })),
    markAsUnread: (all) => inParts(all, (rowIds) => run('markAsUnread', { rowIds })),
    setPinned: (all, isPinned) => inParts(all, (rowIds) => run('setPinned', { rowIds, isPinned })),
    snooze: (all, choice) => inParts(all, (rowIds) => run('snooze', { rowIds, choice })),
    remove(all, options) {
      selection.leave(new Set(all), options)
      inParts(all, (rowIds) => run('deleteNotifications', { rowIds }))
    },
    toggleMuted({ type, title }) {
      const { mutes = [] } = cell.read().engine?.settings ?? {}
      run('changeSettings', { mutes: toggleMute(mutes, { type, titlePattern: titlePattern(title) }) })
    },
    undo() {
      const job = newestUndoable(cell.read().engine?.jobs ?? noJobs, now())
      if (job === null) return false
      run('undoDeletion', { jobId: job.jobId })
      return true
    },
  }
}
