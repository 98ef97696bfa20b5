/**
 * The one table of settings: store, form, tray and command line are made from it. What people read of each is in
 * `src/i18n`, as `settings-table.<name>.label` and `.help`.
 */
import Type, { type Static, type TSchema } from 'typebox'
import { frequencySeconds } from '../protocol/limits.ts'
import { priorities } from '../protocol/notification-type.ts'
import { noQuietHours, QuietHoursSchema } from './do-not-disturb.ts'
import { MutesSchema } from './mute.ts'
import { SavedSearchesSchema } from './saved-search.ts'

export type HostName = 'desktop' | 'browser'
export const platformNames = ['linux', 'darwin', 'win32'] as const
/** Other Unixes are treated as Linux: the same desktop specifications hold there. */
export type PlatformName = (typeof platformNames)[number]

export type SettingDefinition<Schema extends TSchema = TSchema> = {
  readonly schema: Schema
  readonly default: Static<Schema>
  /** How a form shows it. */
  readonly control: 'slider' | 'text' | 'number' | 'switch' | 'choice' | 'quiet-hours' | 'mutes' | 'none'
  /** Hosts that can honour it. */
  readonly hosts: readonly HostName[]
  /** Desktops that have it at all; all of them where it is absent. */
  readonly platforms?: readonly PlatformName[]
  /** Stays as it is when all settings are reset: it says who and where we are, or what the user made. */
  readonly isKeptByReset?: boolean
  /** Kept for each source by itself: changing the source changes its value. */
  readonly isPerSource?: boolean
}

const everyHost = ['desktop', 'browser'] as const

/** What is shown for one type. */
const toastLevel = Type.Enum(['sound', 'silent', 'off'])

export const settingsTable = {
  frequencySeconds: {
    schema: Type.Number({ minimum: frequencySeconds.min, maximum: frequencySeconds.max }),
    default: frequencySeconds.default,
    control: 'slider',
    hosts: everyHost,
  },
  source: {
    schema: Type.String({ maxLength: 2048 }),
    default: '',
    control: 'text',
    hosts: everyHost,
    isKeptByReset: true,
  },
  clientId: {
    schema: Type.String({ minLength: 1, maxLength: 200 }),
    default: 'tocsin',
    control: 'text',
    hosts: everyHost,
    isKeptByReset: true,
  },
  toasts: {
    schema: Type.Boolean(),
    default: true,
    control: 'switch',
    hosts: everyHost,
  },
  infoToasts: {
    schema: toastLevel,
    default: 'silent',
    control: 'choice',
    hosts: everyHost,
  },
  infoLeastPriority: {
    schema: Type.Enum([...priorities]),
    default: 'low',
    control: 'choice',
    hosts: everyHost,
  },
  warningToasts: {
    schema: toastLevel,
    default: 'sound',
    control: 'choice',
    hosts: everyHost,
  },
  errorToasts: {
    schema: toastLevel,
    default: 'sound',
    control: 'choice',
    hosts: everyHost,
  },
  successToasts: {
    schema: toastLevel,
    default: 'silent',
    control: 'choice',
    hosts: everyHost,
  },
  toastsWhileWatching: {
    schema: Type.Boolean(),
    default: false,
    control: 'switch',
    hosts: everyHost,
  },
  mutes: {
    schema: MutesSchema,
    default: [],
    control: 'mutes',
    hosts: everyHost,
    isKeptByReset: true,
  },
  quietHours: {
    schema: QuietHoursSchema,
    default: noQuietHours,
    control: 'quiet-hours',
    hosts: everyHost,
  },
  errorsBreakThrough: {
    schema: Type.Boolean(),
    default: false,
    control: 'switch',
    hosts: everyHost,
  },
  retentionDays: {
    schema: Type.Integer({ minimum: 0, maximum: 3_650 }),
    default: 90,
    control: 'number',
    hosts: everyHost,
  },
  retentionCount: {
    schema: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    default: 1_000_000,
    control: 'number',
    hosts: everyHost,
  },
  caFile: {
    schema: Type.String({ maxLength: 4_096 }),
    default: '',
    control: 'text',
    hosts: everyHost,
    isPerSource: true,
  },
  systemCertificates: {
    schema: Type.Boolean(),
    default: false,
    control: 'switch',
    hosts: everyHost,
    isPerSource: true,
  },
  proxy: {
    schema: Type.String({ maxLength: 2_048 }),
    default: 'environment',
    control: 'text',
    hosts: everyHost,
    isPerSource: true,
  },
  theme: {
    schema: Type.Enum(['system', 'light', 'dark', 'high-contrast']),
    default: 'system',
    control: 'choice',
    hosts: everyHost,
  },
  language: {
    schema: Type.Enum(['system', 'en', 'de', 'zh']),
    default: 'system',
    control: 'choice',
    hosts: everyHost,
  },
  closeToTray: {
    schema: Type.Boolean(),
    default: true,
    control: 'switch',
    hosts: ['desktop'],
  },
  launchAtLogin: {
    schema: Type.Boolean(),
    default: false,
    control: 'switch',
    hosts: ['desktop'],
  },
  globalShortcut: {
    schema: Type.String({ maxLength: 100 }),
    default: '',
    control: 'text',
    hosts: ['desktop'],
  },
  hideFromDock: {
    schema: Type.Boolean(),
    default: false,
    control: 'switch',
    hosts: ['desktop'],
    platforms: ['darwin'],
  },
  savedSearches: {
    schema: SavedSearchesSchema,
    default: [],
    control: 'none',
    hosts: everyHost,
    isKeptByReset: true,
  },
  isWelcomed: {
    schema: Type.Boolean(),
    default: false,
    control: 'none',
    hosts: everyHost,
    isKeptByReset: true,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>

export type SettingName = keyof typeof settingsTable
export type Settings = { readonly [Name in SettingName]: Static<(typeof settingsTable)[Name]['schema']> }

export const settingNames = Object.keys(settingsTable) as readonly SettingName[] // the keys of a constant

export const SettingNameSchema = Type.Enum(settingNames as [SettingName, ...SettingName[]]) // the table is not empty

/** Every setting, exactly. */
export const SettingsSchema = Type.Object(
  {
    frequencySeconds: settingsTable.frequencySeconds.schema,
    source: settingsTable.source.schema,
    clientId: settingsTable.clientId.schema,
    toasts: settingsTable.toasts.schema,
    theme: settingsTable.theme.schema,
    closeToTray: settingsTable.closeToTray.schema,
    retentionDays: settingsTable.retentionDays.schema,
    retentionCount: settingsTable.retentionCount.schema,
    caFile: settingsTable.caFile.schema,
    systemCertificates: settingsTable.systemCertificates.schema,
    proxy: settingsTable.proxy.schema,
    infoToasts: settingsTable.infoToasts.schema,
    infoLeastPriority: settingsTable.infoLeastPriority.schema,
    warningToasts: settingsTable.warningToasts.schema,
    errorToasts: settingsTable.errorToasts.schema,
    successToasts: settingsTable.successToasts.schema,
    toastsWhileWatching: settingsTable.toastsWhileWatching.schema,
    quietHours: settingsTable.quietHours.schema,
    errorsBreakThrough: settingsTable.errorsBreakThrough.schema,
    launchAtLogin: settingsTable.launchAtLogin.schema,
    globalShortcut: settingsTable.globalShortcut.schema,
    hideFromDock: settingsTable.hideFromDock.schema,
    language: settingsTable.language.schema,
    mutes: settingsTable.mutes.schema,
    savedSearches: settingsTable.savedSearches.schema,
    isWelcomed: settingsTable.isWelcomed.schema,
  } satisfies { [Name in SettingName]: (typeof settingsTable)[Name]['schema'] },
  { additionalProperties: false },
)
