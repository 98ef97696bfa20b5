/** What each command of the contract does in the engine: one map, made of one file a subject. */
import type { Clock, Random } from '../../clock/clock.ts'
import type { CommandHandlers, SettingsChange } from '../../contract/commands.ts'
import type { SettingName, Settings } from '../../contract/settings-table.ts'
import { type Snapshot, snapshotNewestCount } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import type { Wording } from '../../i18n/wording.ts'
import type { MarkedGroup } from '../acknowledgements/marking.ts'
import type { Background } from '../background/background.ts'
import type { Connection } from '../connection/connection.ts'
import type { Storage } from '../create-storage.ts'
import type { ToastWork } from '../create-toast-work.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { ChooseFile } from '../engine.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Deleter } from '../retention/deleter.ts'
import type { StatisticsReader } from '../statistics/statistics.ts'
import { createDeleteCommands } from './delete-commands.ts'
import { createFileCommands } from './file-commands.ts'
import { createReadCommands } from './read-commands.ts'
import { createSettingsCommands } from './settings-commands.ts'

export type CommandDeps = {
  readonly clock: Clock
  readonly random: Random
  i18n(): I18n
  readonly storage: Storage
  readonly background: Background
  readonly jobs: Jobs
  readonly deleter: Deleter
  readonly statistics: StatisticsReader
  readonly chooseFile: ChooseFile
  readonly toastCommands: ToastWork['commands']
  readonly diagnosisCommands: Diagnosis['commands']
  readonly connection: Pick<Connection, 'apply'>
  snapshot(): Omit<Snapshot, 'newest'>
  onRead(groups: readonly MarkedGroup[]): void
  onUnread(rowIds: readonly number[]): void
  onAllRead(upToRowId: number, readAt: number): void
  onPinned(rowIds: readonly number[], pinnedAt: number | null): void
  /** Imports a file. @returns the job's id */
  importFile(file: string): number
  /** Those in the file, also while a source from the command line is in use. */
  storedSettings(): Settings
  /** @throws Refusal. @returns the names that changed */
  changeSettings(change: SettingsChange): readonly SettingName[]
  /** Into the activity log. */
  warn(problem: Wording): void
  /** @throws Refusal */
  setAccessToken(token: string | null): Promise<void>
}

export function createCommandHandlers(deps: CommandDeps): CommandHandlers {
  const { clock, storage, jobs, connection } = deps
  const { history, readMarker, unreadMarker } = storage
  return {
    ...createReadCommands(deps),
    ...createDeleteCommands(deps),
    ...createFileCommands(deps),
    ...createSettingsCommands(deps),
    ...deps.toastCommands,
    ...deps.diagnosisCommands,
    getSnapshot: () => ({ ...deps.snapshot(), newest: [...history.newest(snapshotNewestCount)] }),
    markAsRead({ rowIds }) {
      const groups = readMarker.markRows(rowIds, clock.now())
      if (groups.length > 0) deps.onRead(groups)
      return { markedCount: groups.reduce((sum, group) => sum + group.rowIds.length, 0) }
    },
    markAsUnread({ rowIds }) {
      const changed = unreadMarker.markRows(rowIds, clock.now())
      if (changed.length > 0) deps.onUnread(changed)
      return { changedCount: changed.length }
    },
    markAllAsRead() {
      const readAt = clock.now()
      const { markedCount, upToRowId } = readMarker.markAll(readAt)
      if (markedCount > 0) deps.onAllRead(upToRowId, readAt)
      return { markedCount }
    },
    setPinned({ rowIds, isPinned }) {
      const pinnedAt = isPinned ? clock.now() : null
      const changed = history.setPinned(rowIds, pinnedAt)
      if (changed.length > 0) deps.onPinned(changed, pinnedAt)
      return { changedCount: changed.length }
    },
    cancelJob({ jobId }) {
      jobs.cancel(jobId)
      return {}
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
    async setAccessToken({ token }) {
      await deps.setAccessToken(token)
      return {}
    },
  }
}
