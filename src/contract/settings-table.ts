/** The one table of settings: store, form, tray and command line are made from it. */
import Type, { type Static, type TSchema } from 'typebox'
import { frequencySeconds } from '../protocol/limits.ts'
import { priorities } from '../protocol/notification-type.ts'
import { noQuietHours, QuietHoursSchema } from './do-not-disturb.ts'

export type HostName = 'desktop' | 'browser'
export const platformNames = ['linux', 'darwin', 'win32'] as const
/** Other Unixes are treated as Linux: the same desktop specifications hold there. */
export type PlatformName = (typeof platformNames)[number]

export type SettingDefinition<Schema extends TSchema = TSchema> = {
  readonly schema: Schema
  readonly default: Static<Schema>
  readonly label: string
  readonly help: string
  /** How a form shows it. */
  readonly control: 'slider' | 'text' | 'number' | 'switch' | 'choice' | 'quiet-hours'
  /** For `choice`: what people read for each value. */
  readonly choices?: Readonly<Record<string, string>>
  /** For `text`: shown while it is empty. */
  readonly placeholder?: string
  /** Hosts that can honour it. */
  readonly hosts: readonly HostName[]
  /** Desktops that have it at all; all of them where it is absent. */
  readonly platforms?: readonly PlatformName[]
  /** Kept for each source by itself: changing the source changes its value. */
  readonly isPerSource?: boolean
}

const everyHost = ['desktop', 'browser'] as const

/** What is shown for one type. */
const toastLevel = Type.Enum(['sound', 'silent', 'off'])
const toastLevels = { sound: 'With sound', silent: 'Without sound', off: 'No toast' } as const

export const settingsTable = {
  frequencySeconds: {
    schema: Type.Number({ minimum: frequencySeconds.min, maximum: frequencySeconds.max }),
    default: frequencySeconds.default,
    label: 'Frequency',
    help: 'About how many seconds lie between two notifications. The server is told at once.',
    control: 'slider',
    hosts: everyHost,
  },
  source: {
    schema: Type.String({ maxLength: 2048 }),
    default: '',
    label: 'Source',
    help: 'The address of a Notification WebSocket endpoint, ws:// or wss://. Empty: the server built into Tocsin.',
    control: 'text',
    placeholder: 'Built-in server',
    hosts: everyHost,
  },
  clientId: {
    schema: Type.String({ minLength: 1, maxLength: 200 }),
    default: 'tocsin',
    label: 'Client id',
    help: 'The name under which the server knows this copy of Tocsin. Made once; change it only if you were given one.',
    control: 'text',
    hosts: everyHost,
  },
  toasts: {
    schema: Type.Boolean(),
    default: true,
    label: 'Show toasts',
    help: 'Each new notification also appears on your screen for a moment.',
    control: 'switch',
    hosts: everyHost,
  },
  infoToasts: {
    schema: toastLevel,
    default: 'silent',
    label: 'Toasts for info',
    help: 'What is off is in the list all the same.',
    control: 'choice',
    choices: toastLevels,
    hosts: everyHost,
  },
  infoLeastPriority: {
    schema: Type.Enum([...priorities]),
    default: 'low',
    label: 'Least priority of info',
    help: 'An info of a lower priority shows no toast. One without a priority counts as medium.',
    control: 'choice',
    choices: { low: 'Low', medium: 'Medium', high: 'High' },
    hosts: everyHost,
  },
  warningToasts: {
    schema: toastLevel,
    default: 'sound',
    label: 'Toasts for warnings',
    help: 'What is off is in the list all the same.',
    control: 'choice',
    choices: toastLevels,
    hosts: everyHost,
  },
  errorToasts: {
    schema: toastLevel,
    default: 'sound',
    label: 'Toasts for errors',
    help: 'What is off is in the list all the same.',
    control: 'choice',
    choices: toastLevels,
    hosts: everyHost,
  },
  successToasts: {
    schema: toastLevel,
    default: 'silent',
    label: 'Toasts for successes',
    help: 'What is off is in the list all the same.',
    control: 'choice',
    choices: toastLevels,
    hosts: everyHost,
  },
  toastsWhileWatching: {
    schema: Type.Boolean(),
    default: false,
    label: 'Toasts while you look at the list',
    help: 'When off, no toast is shown while this window is in front with its list.',
    control: 'switch',
    hosts: everyHost,
  },
  quietHours: {
    schema: QuietHoursSchema,
    default: noQuietHours,
    label: 'Quiet hours',
    help: 'No toasts between these times, by this computer’s clock. One summary comes when they end.',
    control: 'quiet-hours',
    hosts: everyHost,
  },
  errorsBreakThrough: {
    schema: Type.Boolean(),
    default: false,
    label: 'Errors break through',
    help: 'Errors show their toasts in quiet hours and while do not disturb is on.',
    control: 'switch',
    hosts: everyHost,
  },
  retentionDays: {
    schema: Type.Integer({ minimum: 0, maximum: 3_650 }),
    default: 90,
    label: 'Keep for days',
    help: 'Older notifications are deleted, except pinned ones. 0 keeps them whatever their age.',
    control: 'number',
    hosts: everyHost,
  },
  retentionCount: {
    schema: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    default: 1_000_000,
    label: 'Keep at most',
    help: 'Past this number the oldest notifications are deleted, except pinned ones. 0 sets no limit.',
    control: 'number',
    hosts: everyHost,
  },
  caFile: {
    schema: Type.String({ maxLength: 4_096 }),
    default: '',
    label: 'Certificate authority',
    help: 'The path of a PEM file with the authority that signed your server’s certificate. Kept for each source.',
    control: 'text',
    placeholder: 'None of your own',
    hosts: everyHost,
    isPerSource: true,
  },
  systemCertificates: {
    schema: Type.Boolean(),
    default: false,
    label: 'Trust the system’s certificates',
    help: 'Also trust the authorities that this computer trusts. Kept for each source.',
    control: 'switch',
    hosts: everyHost,
    isPerSource: true,
  },
  proxy: {
    schema: Type.String({ maxLength: 2_048 }),
    default: 'environment',
    label: 'Proxy',
    help: 'http:// or https:// and the proxy’s address; “environment” follows HTTPS_PROXY and NO_PROXY; empty for none. Kept for each source.',
    control: 'text',
    placeholder: 'No proxy',
    hosts: everyHost,
    isPerSource: true,
  },
  theme: {
    schema: Type.Enum(['system', 'light', 'dark']),
    default: 'system',
    label: 'Theme',
    help: 'System follows what you chose for your computer.',
    control: 'choice',
    choices: { system: 'System', light: 'Light', dark: 'Dark' },
    hosts: everyHost,
  },
  closeToTray: {
    schema: Type.Boolean(),
    default: true,
    label: 'Keep running in the tray',
    help: 'Closing the window leaves Tocsin running in the tray. When off, closing the window quits.',
    control: 'switch',
    hosts: ['desktop'],
  },
  launchAtLogin: {
    schema: Type.Boolean(),
    default: false,
    label: 'Start when you log in',
    help: 'Tocsin starts in the tray, without its window.',
    control: 'switch',
    hosts: ['desktop'],
  },
  globalShortcut: {
    schema: Type.String({ maxLength: 100 }),
    default: '',
    label: 'Global shortcut',
    help: 'Keys that open this window from any program, like Ctrl+Alt+N. Empty: none.',
    control: 'text',
    placeholder: 'None',
    hosts: ['desktop'],
  },
  hideFromDock: {
    schema: Type.Boolean(),
    default: false,
    label: 'Hide from the dock',
    help: 'Tocsin is in the menu bar alone.',
    control: 'switch',
    hosts: ['desktop'],
    platforms: ['darwin'],
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>

export type SettingName = keyof typeof settingsTable
export type Settings = { readonly [Name in SettingName]: Static<(typeof settingsTable)[Name]['schema']> }

export const settingNames = Object.keys(settingsTable) as readonly SettingName[] // the keys of a constant

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
  } satisfies { [Name in SettingName]: (typeof settingsTable)[Name]['schema'] },
  { additionalProperties: false },
)
