/** How the settings are laid out: which this host has, and under which heading each one stands. Pure. */
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import type { Capabilities } from '../../contract/snapshot.ts'

const headings = ['General', 'Toasts', 'Do not disturb', 'Source', 'History', 'System'] as const
export type SettingHeading = (typeof headings)[number]
export type SettingGroup = { readonly heading: SettingHeading; readonly names: readonly SettingName[] }

const placed: { readonly [Heading in Exclude<SettingHeading, 'General'>]: readonly SettingName[] } = {
  Toasts: [
    ...(['toasts', 'infoToasts', 'infoLeastPriority', 'warningToasts'] as const),
    ...(['errorToasts', 'successToasts', 'toastsWhileWatching'] as const),
  ],
  'Do not disturb': ['quietHours', 'errorsBreakThrough'],
  Source: ['source', 'clientId', 'caFile', 'systemCertificates', 'proxy'],
  History: ['retentionDays', 'retentionCount'],
  System: ['closeToTray', 'launchAtLogin', 'globalShortcut', 'hideFromDock'],
}

/** Whether this host, on this desktop, can honour a setting. */
export function isOffered(
  { hosts, platforms }: SettingDefinition,
  { host, platform }: Pick<Capabilities, 'host' | 'platform'>,
): boolean {
  return hosts.includes(host) && (platforms === undefined || platforms.includes(platform))
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
      heading === 'General'
        ? names.filter((name) => !elsewhere.has(name))
        : placed[heading].filter((name) => names.includes(name)),
  }))
}
