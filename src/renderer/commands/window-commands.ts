/** The connection, do not disturb, and the commands themselves. */
import type { WindowState } from '../store/window-state.ts'
import type { WindowCommand } from './window-command.ts'

const isDisconnected = ({ engine }: WindowState): boolean => engine?.connection.phase === 'disconnected'
const hasEngine = ({ engine, host }: WindowState): boolean => engine !== null && host.kind === 'here'

export const windowCommands: readonly WindowCommand[] = [
  {
    ...{ id: 'connection', group: 'window', text: 'commands.connection' },
    textNow: (state) => (isDisconnected(state) ? 'commands.connection.on' : 'commands.connection.off'),
    chords: [{ keys: 'c' }],
    isAvailable: hasEngine,
    run: (store) => store.run(isDisconnected(store.cell.read()) ? 'connect' : 'disconnect', {}),
  },
  {
    ...{ id: 'retry-now', group: 'window', text: 'commands.retry-now' },
    chords: [],
    isAvailable: ({ engine }) => engine?.connection.phase === 'waiting',
    run: (store) => store.run('retryNow', {}),
  },
  {
    ...{ id: 'do-not-disturb', group: 'window', text: 'commands.do-not-disturb' },
    chords: [{ keys: 'd' }],
    isAvailable: hasEngine,
    run: ({ overlay }) => overlay.open('do-not-disturb'),
  },
  {
    ...{ id: 'palette', group: 'window', text: 'commands.palette' },
    chords: [{ keys: 'Mod+k', where: 'anywhere' }],
    isAvailable: () => true,
    run: ({ overlay }) => overlay.open('palette'),
  },
  {
    ...{ id: 'keys', group: 'window', text: 'commands.keys' },
    chords: [{ keys: '?' }],
    isAvailable: () => true,
    run: ({ overlay }) => overlay.open('keys'),
  },
]
