/** What is done with the notification the reader stands on, or with those that are picked. */

import type { NotificationRow } from '../../contract/notification-row.ts'
import { titlePattern } from '../../contract/title-pattern.ts'
import { isPicking } from '../list/picks.ts'
import { isMuted } from '../statistics/mutes.ts'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'
import { selectedRow, targetIds, targetRows } from './target-rows.ts'
import { isListShown, type WindowCommand } from './window-command.ts'

/** Picked rows that are not loaded any more may be of either kind. */
const some =
  (is: (row: NotificationRow) => boolean): WindowCommand['isAvailable'] =>
  (state, place) =>
    isListShown(state, place) &&
    (targetRows(state).some(is) || state.picks.rowIds.size > targetRows(state).length)

const isUnread = ({ readAt }: NotificationRow): boolean => readAt === null
const isPinned = ({ pinnedAt }: NotificationRow): boolean => pinnedAt !== null

export const areAllPinned = (state: WindowState): boolean => {
  const rows = targetRows(state)
  return rows.length > 0 && rows.every(isPinned)
}

function isSelectedMuted(state: WindowState): boolean {
  const row = selectedRow(state)
  const { mutes = [] } = state.engine?.settings ?? {}
  return row !== null && isMuted(mutes, { type: row.type, titlePattern: titlePattern(row.title) })
}

/** The menu stands in the bar of what is picked, or in the detail. */
function openSnoozeMenu(store: WindowStore): void {
  const state = store.cell.read()
  const row = selectedRow(state)
  if (isPicking(state.picks)) store.picks.wantSnoozeMenu()
  else if (row !== null) {
    store.selection.select(row.rowId, { open: true, reveal: false })
    store.place.wantSnoozeMenu(row.rowId)
  }
}

export const rowCommands: readonly WindowCommand[] = [
  {
    ...{ id: 'open', group: 'notification', text: 'commands.open' },
    chords: [{ keys: 'Enter', where: 'list' }, { keys: 'o' }],
    isAvailable: (state, place) => isListShown(state, place) && selectedRow(state) !== null,
    run({ cell, selection }) {
      const row = selectedRow(cell.read())
      if (row !== null) selection.select(row.rowId, { open: true, reveal: false })
    },
  },
  {
    ...{ id: 'mark-as-read', group: 'notification', text: 'commands.mark-as-read' },
    chords: [{ keys: 'e' }],
    isAvailable: some(isUnread),
    run: ({ cell, rows }) => rows.markAsRead(targetIds(cell.read())),
  },
  {
    ...{ id: 'mark-as-unread', group: 'notification', text: 'commands.mark-as-unread' },
    chords: [{ keys: 'u' }],
    isAvailable: some((row) => !isUnread(row)),
    run: ({ cell, rows }) => rows.markAsUnread(targetIds(cell.read())),
  },
  {
    ...{ id: 'pin', group: 'notification', text: 'commands.pin' },
    textNow: (state) => (areAllPinned(state) ? 'commands.pin.off' : 'commands.pin.on'),
    chords: [{ keys: 'p' }],
    isAvailable: some(() => true),
    run: ({ cell, rows }) => rows.setPinned(targetIds(cell.read()), !areAllPinned(cell.read())),
  },
  {
    ...{ id: 'snooze', group: 'notification', text: 'commands.snooze' },
    chords: [{ keys: 's' }, { keys: 'h' }],
    isAvailable: some(isUnread),
    run: openSnoozeMenu,
  },
  {
    ...{ id: 'delete', group: 'notification', text: 'commands.delete' },
    chords: [{ keys: '#' }, { keys: 'Delete' }],
    isAvailable: some(() => true),
    run: ({ cell, rows }, { hasRoom }) => rows.remove(targetIds(cell.read()), { keepOpen: hasRoom }),
  },
  {
    ...{ id: 'mute', group: 'notification', text: 'commands.mute' },
    textNow: (state) => (isSelectedMuted(state) ? 'commands.mute.off' : 'commands.mute.on'),
    chords: [{ keys: 'm' }],
    isAvailable: (state, place) =>
      isListShown(state, place) && !isPicking(state.picks) && selectedRow(state) !== null,
    run({ cell, rows }) {
      const row = selectedRow(cell.read())
      if (row !== null) rows.toggleMuted(row)
    },
  },
  {
    ...{ id: 'undo', group: 'notification', text: 'commands.undo' },
    chords: [{ keys: 'z' }],
    isAvailable: ({ engine, removedSearch }) =>
      removedSearch !== null || engine?.jobs.some(({ state }) => state === 'undoable') === true,
    run({ rows, searches }) {
      if (!searches.undoRemoval()) rows.undo()
    },
  },
]
