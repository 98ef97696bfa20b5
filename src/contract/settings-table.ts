/** The one table of settings: store, form, tray and command line are made from it. */
import Type, { type Static, type TSchema } from 'typebox'
import { frequencySeconds } from '../protocol/limits.ts'

export type HostName = 'desktop' | 'browser'

export type SettingDefinition<Schema extends TSchema = TSchema> = {
  readonly schema: Schema
  readonly default: Static<Schema>
  readonly label: string
  readonly help: string
  /** How a form shows it. */
  readonly control: 'slider' | 'text' | 'number' | 'switch' | 'choice'
  /** For `choice`: what people read for each value. */
  readonly choices?: Readonly<Record<string, string>>
  /** For `text`: shown while it is empty. */
  readonly placeholder?: string
  /** Hosts that can honour it. */
  readonly hosts: readonly HostName[]
  /** Kept for each source by itself: changing the source changes its value. */
  readonly isPerSource?: boolean
}

const everyHost = ['desktop', 'browser'] as const

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
  } satisfies { [Name in SettingName]: (typeof settingsTable)[Name]['schema'] },
  { additionalProperties: false },
)
