/** What follows when settings or the token are changed: who is told, and whether the connection is made anew. */
import type { SettingsChange } from '../../contract/commands.ts'
import type { SettingName } from '../../contract/settings-table.ts'
import type { StorageView } from '../../contract/snapshot.ts'
import type { Wording } from '../../i18n/wording.ts'
import { checkAccessToken } from '../connection/access-token.ts'
import type { Connection } from '../connection/connection.ts'
import type { ConnectionReport } from '../connection/connection-report.ts'
import type { ToastWork } from '../create-toast-work.ts'
import type { Pruner } from '../retention/pruner.ts'
import type { Source } from '../source.ts'
import type { StateFeed } from '../state/state-feed.ts'
import type { SecretStore } from './secret-store.ts'
import type { SettingsKeeper } from './settings.ts'
import { needsNewConnection } from './source-settings.ts'

export type SettingsReactionsDeps = {
  readonly settings: SettingsKeeper
  readonly source: Source
  readonly secrets: SecretStore
  readonly feed: Pick<StateFeed, 'publish'>
  readonly alerts: Pick<ToastWork, 'settingsChanged'>
  readonly pruner: Pick<Pruner, 'prune'>
  readonly connection: Pick<Connection, 'apply'>
  readonly report: Pick<ConnectionReport, 'shownAnew'>
  storage(): StorageView
  /** Another source is in use from now on. */
  onOtherSource(): void
  warn(problem: Wording): void
}

export type SettingsReactions = {
  /** @throws Refusal. @returns the names that changed */
  changeSettings(change: SettingsChange): readonly SettingName[]
  /** @throws Refusal */
  setAccessToken(token: string | null): Promise<void>
}

export function createSettingsReactions(deps: SettingsReactionsDeps): SettingsReactions {
  const { settings, source, feed, connection, report } = deps

  function changed(names: readonly SettingName[]): void {
    feed.publish({ kind: 'settings-changed', settings: settings.values })
    deps.alerts.settingsChanged(names)
    if (names.includes('language')) spokenAnew()
    if (names.includes('retentionDays') || names.includes('retentionCount')) deps.pruner.prune()
    if (needsNewConnection(names)) reconnect()
    else if (names.includes('frequencySeconds')) connection.apply({ is: 'frequency-changed' })
  }

  /** What is shown is said in the language of now; what has been told stays as it was. */
  function spokenAnew(): void {
    report.shownAnew()
    feed.publish({ kind: 'storage-changed', storage: deps.storage() })
  }

  function reconnect(): void {
    const before = source.address
    source.follow(settings.values)
    if (source.address !== before) deps.onOtherSource()
    report.shownAnew()
    connection.apply({ is: 'source-changed' })
  }

  return {
    changeSettings(change) {
      const names = settings.change(change)
      if (change.source !== undefined) source.dropOverride()
      if (names.length > 0) changed(names)
      return names
    },
    async setAccessToken(token) {
      const warning = await deps.secrets.set(source.key, token === null ? null : checkAccessToken(token))
      if (warning !== null) deps.warn(warning)
      reconnect()
    },
  }
}
