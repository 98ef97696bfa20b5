/** Going to the places of the window. */
import type { Filter } from '../../contract/commands.ts'
import { noFilter } from '../list/list-filter.ts'
import type { WindowStore } from '../store/window-store.ts'
import type { WindowCommand } from './window-command.ts'

function showList(store: WindowStore, filter: Filter): void {
  store.place.show('notifications')
  store.list.show(filter)
}

const always = (): boolean => true

export const goCommands: readonly WindowCommand[] = [
  {
    ...{ id: 'go-list', group: 'go', text: 'commands.go-list', isAvailable: always },
    chords: [{ keys: 'g l' }],
    run: (store) => showList(store, noFilter),
  },
  {
    ...{ id: 'go-unread', group: 'go', text: 'commands.go-unread', isAvailable: always },
    chords: [{ keys: 'g u' }],
    run: (store) => showList(store, { isUnread: true }),
  },
  {
    ...{ id: 'go-pinned', group: 'go', text: 'commands.go-pinned', isAvailable: always },
    chords: [{ keys: 'g p' }],
    run: (store) => showList(store, { isPinned: true }),
  },
  {
    ...{ id: 'go-statistics', group: 'go', text: 'commands.go-statistics', isAvailable: always },
    chords: [{ keys: 'g s' }],
    run: ({ place }) => place.show('statistics'),
  },
  {
    ...{ id: 'go-connection', group: 'go', text: 'commands.go-connection', isAvailable: always },
    chords: [{ keys: 'g c' }],
    run: ({ place }) => place.show('connection'),
  },
  {
    ...{ id: 'go-settings', group: 'go', text: 'commands.go-settings', isAvailable: always },
    chords: [{ keys: 'g ,' }, { keys: 'Mod+,', where: 'anywhere' }],
    run: ({ place }) => place.openSettings(),
  },
]
