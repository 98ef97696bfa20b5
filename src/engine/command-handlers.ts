/** What each command of the contract does in the engine. */
import type { Clock } from '../clock/clock.ts'
import type { CommandHandlers, SettingsChange } from '../contract/commands.ts'
import { type Snapshot, snapshotNewestCount } from '../contract/snapshot.ts'
import type { MarkedGroup, ReadMarker } from './acknowledgements/read-marker.ts'
import type { Connection } from './connection/connection.ts'
import type { History } from './history/history.ts'

export type CommandDeps = {
  readonly clock: Clock
  readonly history: History
  readonly readMarker: ReadMarker
  readonly connection: Pick<Connection, 'apply'>
  snapshot(): Omit<Snapshot, 'newest'>
  onRead(groups: readonly MarkedGroup[], readAt: number): void
  onAllRead(upToRowId: number, readAt: number): void
  /** @throws Refusal */
  changeSettings(change: SettingsChange): void
}

export function createCommandHandlers(deps: CommandDeps): CommandHandlers {
  const { clock, history, readMarker, connection } = deps
  return {
    getSnapshot: () => ({ ...deps.snapshot(), newest: [...history.list({}, null, snapshotNewestCount)] }),
    listNotifications({ filter, beforeRowId, limit }) {
      // One more than asked for tells whether there are older ones.
      const rows = history.list(filter, beforeRowId ?? null, limit + 1)
      return { rows: rows.slice(0, limit), hasOlder: rows.length > limit }
    },
    getNotification: ({ rowId }) => history.get(rowId),
    markAsRead({ rowIds }) {
      const readAt = clock.now()
      const groups = readMarker.markRows(rowIds, readAt)
      if (groups.length > 0) deps.onRead(groups, readAt)
      return { markedCount: groups.reduce((sum, group) => sum + group.rowIds.length, 0) }
    },
    markAllAsRead() {
      const readAt = clock.now()
      const { markedCount, upToRowId } = readMarker.markAll(readAt)
      if (markedCount > 0) deps.onAllRead(upToRowId, readAt)
      return { markedCount }
    },
    connect() {
      connection.apply({ is: 'connect-requested' })
      return {}
    },
    disconnect() {
      connection.apply({ is: 'disconnect-requested' })
      return {}
    },
    retryNow() {
      connection.apply({ is: 'retry-requested' })
      return {}
    },
    changeSettings(change) {
      deps.changeSettings(change)
      return {}
    },
  }
}
