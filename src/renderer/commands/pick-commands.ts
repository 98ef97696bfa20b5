/** Picking several notifications. */
import { isPicking } from '../list/picks.ts'
import type { WindowState } from '../store/window-state.ts'
import type { CommandPlace, WindowCommand } from './window-command.ts'

const hasList = (state: WindowState, { hasRoom }: CommandPlace): boolean =>
  (hasRoom || (state.place.tab === 'notifications' && !state.selection.isOpen)) && state.list.rows.length > 0

export const pickCommands: readonly WindowCommand[] = [
  {
    ...{ id: 'select', group: 'selection', text: 'commands.select' },
    chords: [{ keys: 'x' }],
    isAvailable: (state, place) => hasList(state, place) && state.selection.rowId !== null,
    run({ cell, picks }) {
      const { rowId } = cell.read().selection
      if (rowId !== null) picks.toggle(rowId)
    },
  },
  {
    ...{ id: 'select-down', group: 'selection', text: 'commands.select-down' },
    chords: [{ keys: 'Shift+j' }, { keys: 'Shift+ArrowDown', where: 'list' }],
    isAvailable: hasList,
    run: ({ picks }) => picks.extend(1),
  },
  {
    ...{ id: 'select-up', group: 'selection', text: 'commands.select-up' },
    chords: [{ keys: 'Shift+k' }, { keys: 'Shift+ArrowUp', where: 'list' }],
    isAvailable: hasList,
    run: ({ picks }) => picks.extend(-1),
  },
  {
    ...{ id: 'select-all', group: 'selection', text: 'commands.select-all' },
    chords: [{ keys: 'Mod+a', where: 'list' }],
    isAvailable: hasList,
    run: ({ picks }) => picks.pickAll(),
  },
  {
    ...{ id: 'end-selection', group: 'selection', text: 'commands.end-selection' },
    chords: [{ keys: 'Escape' }],
    isAvailable: ({ picks }) => isPicking(picks),
    run: ({ picks }) => void picks.end(),
  },
]
