/** Moving in the list, and what concerns all of it. */
import { countMatching } from '../list/list-filter.ts'
import { isPicking } from '../list/picks.ts'
import type { WindowState } from '../store/window-state.ts'
import { type CommandPlace, isListShown, type WindowCommand } from './window-command.ts'

const hasRows = (state: WindowState, place: CommandPlace): boolean =>
  isListShown(state, place) && state.list.rows.length > 0

export const listCommands: readonly WindowCommand[] = [
  {
    ...{ id: 'next', group: 'list', text: 'commands.next' },
    chords: [{ keys: 'j' }, { keys: 'ArrowDown', where: 'list' }],
    isAvailable: hasRows,
    run: ({ selection }, { hasRoom }) => selection.move(1, { open: hasRoom }),
  },
  {
    ...{ id: 'previous', group: 'list', text: 'commands.previous' },
    chords: [{ keys: 'k' }, { keys: 'ArrowUp', where: 'list' }],
    isAvailable: hasRows,
    run: ({ selection }, { hasRoom }) => selection.move(-1, { open: hasRoom }),
  },
  {
    ...{ id: 'first', group: 'list', text: 'commands.first' },
    chords: [{ keys: 'Home', where: 'list' }],
    isAvailable: hasRows,
    run: ({ selection }, { hasRoom }) => void selection.moveToEnd('newest', { open: hasRoom }),
  },
  {
    ...{ id: 'last', group: 'list', text: 'commands.last' },
    chords: [{ keys: 'End', where: 'list' }],
    isAvailable: hasRows,
    run: ({ selection }, { hasRoom }) => void selection.moveToEnd('oldest', { open: hasRoom }),
  },
  {
    ...{ id: 'search', group: 'list', text: 'commands.search' },
    chords: [{ keys: '/' }],
    isAvailable: () => true,
    run(store, place) {
      if (!place.hasRoom && store.cell.read().selection.isOpen) store.selection.closeDetail()
      if (!place.hasRoom) store.place.show('notifications')
      place.focusSearch()
    },
  },
  {
    ...{ id: 'mark-all-as-read', group: 'list', text: 'commands.mark-all-as-read' },
    chords: [],
    isAvailable: ({ engine }) => engine !== null && countMatching(engine.counts, { isUnread: true }) > 0,
    run: (store) => store.run('markAllAsRead', {}),
  },
  {
    ...{ id: 'close', group: 'list', text: 'commands.close' },
    chords: [{ keys: 'Escape', where: 'anywhere' }],
    isAvailable: ({ picks, selection }) => isPicking(picks) || selection.isOpen,
    run({ picks, selection }) {
      if (!picks.end()) selection.closeDetail()
    },
  },
]
