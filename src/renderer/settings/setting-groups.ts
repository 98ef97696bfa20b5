/** How the settings are laid out: which this host has, and under which heading each one stands. Pure. */
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import type { Capabilities } from '../../contract/snapshot.ts'

const headings = ['general', 'toasts', 'do-not-disturb', 'source', 'history', 'system'] as const
export type SettingHeading = (typeof headings)[number]
export type SettingGroup = { readonly heading: SettingHeading; readonly names: readonly SettingName[] }

const placed: { readonly [Heading in Exclude<SettingHeading, 'general'>]: readonly SettingName[] } = {
  toasts: [
    ...(['toasts', 'infoToasts', 'infoLeastPriority', 'warningToasts'] as const),
    ...(['errorToasts', 'successToasts', 'toastsWhileWatching', 'mutes'] as const),
  ],
  'do-not-disturb': ['quietHours', 'errorsBreakThrough'],
  source: ['source', 'clientId', 'caFile', 'systemCertificates', 'proxy'],
  history: ['retentionDays', 'retentionCount'],
  system: ['closeToTray', 'launchAtLogin', 'globalShortcut', 'hideFromDock'],
}

/** Whether a form shows a setting: this host, on this desktop, can honour it, and it is not made elsewhere. */
export function isOffered(
  { hosts, platforms, control }: SettingDefinition,
  { host, platform }: Pick<Capabilities, 'host' | 'platform'>,
): boolean {
  return (
    control !== 'none' && hosts.includes(host) && (platforms === undefined || platforms.includes(platform))
  )
}

export const offeredSettings = (
  names: readonly SettingName[],
  capabilities: Pick<Capabilities, 'host' | 'platform'>,
): readonly SettingName[] => names.filter((name) => isOffered(settingsTable[name], capabilities))

/** @param names those that are offered; one that has no heading of its own stands under the first */
export function groupSettings(names: readonly SettingName[]): readonly SettingGroup[] {
  const elsewhere = new Set(Object.values(placed).flat())
  return headings.map((heading) => ({
    heading,
    names:
      heading === 'general'
        ? names.filter((name) => !elsewhere.has(name))
        : placed[heading].filter((name) => names.includes(name)),
  }))
}
