/** What a window may ask of the engine: one map, each command with the schemas of its input and its output. */
import Type, { type Static, type TSchema } from 'typebox'
import { notificationTypes } from '../protocol/notification.ts'
import { NotificationDetailSchema, NotificationRowSchema, RowId } from './notification-row.ts'
import { settingsTable } from './settings-table.ts'
import { SnapshotSchema } from './snapshot.ts'

const exactly = { additionalProperties: false } as const
const Nothing = Type.Object({}, exactly)

/** A list's filter; what is absent does not filter. */
export const FilterSchema = Type.Object(
  {
    type: Type.Optional(Type.Enum([...notificationTypes])),
    isUnread: Type.Optional(Type.Boolean()),
  },
  exactly,
)
export type Filter = Static<typeof FilterSchema>

/** Some of the settings: those to change. */
export const SettingsChangeSchema = Type.Object(
  {
    frequencySeconds: Type.Optional(settingsTable.frequencySeconds.schema),
    source: Type.Optional(settingsTable.source.schema),
    clientId: Type.Optional(settingsTable.clientId.schema),
    toasts: Type.Optional(settingsTable.toasts.schema),
    theme: Type.Optional(settingsTable.theme.schema),
    closeToTray: Type.Optional(settingsTable.closeToTray.schema),
  },
  exactly,
)
export type SettingsChange = Static<typeof SettingsChangeSchema>

export const commands = {
  getSnapshot: { input: Nothing, output: SnapshotSchema },
  /** A page of the history, newest first, of rows older than `beforeRowId` (keyset paging, never OFFSET). */
  listNotifications: {
    input: Type.Object(
      {
        filter: FilterSchema,
        beforeRowId: Type.Optional(RowId),
        limit: Type.Integer({ minimum: 1, maximum: 500 }),
      },
      exactly,
    ),
    output: Type.Object({ rows: Type.Array(NotificationRowSchema), hasOlder: Type.Boolean() }),
  },
  getNotification: {
    input: Type.Object({ rowId: RowId }, exactly),
    output: Type.Union([NotificationDetailSchema, Type.Null()]),
  },
  /** Marks rows as read here at once, with every unread row of the same source and id, and acknowledges them. */
  markAsRead: {
    input: Type.Object({ rowIds: Type.Array(RowId, { minItems: 1, maxItems: 1_000 }) }, exactly),
    output: Type.Object({ markedCount: Type.Integer({ minimum: 0 }) }),
  },
  markAllAsRead: { input: Nothing, output: Type.Object({ markedCount: Type.Integer({ minimum: 0 }) }) },
  connect: { input: Nothing, output: Nothing },
  disconnect: { input: Nothing, output: Nothing },
  /** Ends the wait for the next attempt; nothing happens in another phase. */
  retryNow: { input: Nothing, output: Nothing },
  /** All of the change is applied, or none of it. */
  changeSettings: { input: SettingsChangeSchema, output: Nothing },
} as const satisfies Readonly<Record<string, { readonly input: TSchema; readonly output: TSchema }>>

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandInput<Name extends CommandName> = Static<Commands[Name]['input']>
export type CommandOutput<Name extends CommandName> = Static<Commands[Name]['output']>

export function isCommandName(value: unknown): value is CommandName {
  return typeof value === 'string' && Object.hasOwn(commands, value)
}

/** One handler a command: a missing one does not compile. */
export type CommandHandlers = {
  readonly [Name in CommandName]: (
    input: CommandInput<Name>,
  ) => CommandOutput<Name> | Promise<CommandOutput<Name>>
}
