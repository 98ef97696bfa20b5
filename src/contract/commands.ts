/** What a window may ask of the engine: one map, each command with the schemas of its input and its output. */
import Type, { type Static, type TSchema } from 'typebox'
import { notificationTypes } from '../protocol/notification-type.ts'
import { DiagnosisSchema } from './diagnosis.ts'
import { DoNotDisturbChoiceSchema } from './do-not-disturb.ts'
import { JobId } from './jobs.ts'
import { NoiseReportSchema } from './noise-report.ts'
import { NotificationDetailSchema, NotificationRowSchema, RowId } from './notification-row.ts'
import { savedSearchLimit } from './saved-search.ts'
import { FacetsSchema, FoundCountSchema, SearchAnswerSchema, SearchQuery } from './search.ts'
import { SettingNameSchema, settingsTable } from './settings-table.ts'
import { SnapshotSchema } from './snapshot.ts'
import { SnoozeChoiceSchema } from './snooze.ts'
import { SeriesSchema, StatisticsSchema, volumeUnits } from './statistics.ts'
import { StorySchema } from './story.ts'
import { TestReportSchema, ToastActionSchema, ToastId } from './toast.ts'

const exactly = { additionalProperties: false } as const
const Nothing = Type.Object({}, exactly)
const RowIds = Type.Array(RowId, { minItems: 1, maxItems: 1_000 })
const Count = Type.Integer({ minimum: 0 })
const Page = {
  beforeRowId: Type.Optional(RowId),
  afterRowId: Type.Optional(RowId),
  limit: Type.Integer({ minimum: 1, maximum: 500 }),
} as const
const StartedJob = Type.Object({ jobId: JobId })

/** A list's filter; what is absent does not filter. */
export const FilterSchema = Type.Object(
  {
    type: Type.Optional(Type.Enum([...notificationTypes])),
    isUnread: Type.Optional(Type.Boolean()),
    isPinned: Type.Optional(Type.Boolean()),
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
    retentionDays: Type.Optional(settingsTable.retentionDays.schema),
    retentionCount: Type.Optional(settingsTable.retentionCount.schema),
    caFile: Type.Optional(settingsTable.caFile.schema),
    systemCertificates: Type.Optional(settingsTable.systemCertificates.schema),
    proxy: Type.Optional(settingsTable.proxy.schema),
    infoToasts: Type.Optional(settingsTable.infoToasts.schema),
    infoLeastPriority: Type.Optional(settingsTable.infoLeastPriority.schema),
    warningToasts: Type.Optional(settingsTable.warningToasts.schema),
    errorToasts: Type.Optional(settingsTable.errorToasts.schema),
    successToasts: Type.Optional(settingsTable.successToasts.schema),
    toastsWhileWatching: Type.Optional(settingsTable.toastsWhileWatching.schema),
    quietHours: Type.Optional(settingsTable.quietHours.schema),
    errorsBreakThrough: Type.Optional(settingsTable.errorsBreakThrough.schema),
    launchAtLogin: Type.Optional(settingsTable.launchAtLogin.schema),
    globalShortcut: Type.Optional(settingsTable.globalShortcut.schema),
    hideFromDock: Type.Optional(settingsTable.hideFromDock.schema),
    language: Type.Optional(settingsTable.language.schema),
    mutes: Type.Optional(settingsTable.mutes.schema),
    savedSearches: Type.Optional(settingsTable.savedSearches.schema),
    isWelcomed: Type.Optional(settingsTable.isWelcomed.schema),
  },
  exactly,
)
export type SettingsChange = Static<typeof SettingsChangeSchema>

export const commands = {
  getSnapshot: { input: Nothing, output: SnapshotSchema },
  /**
   * A page of the history, newest first (keyset paging, never OFFSET): of rows older than `beforeRowId`, or, with
   * `afterRowId`, the nearest ones newer than that. One of the two at most. `hasOlder` and `hasNewer` tell whether
   * there are rows beyond the page's ends.
   */
  listNotifications: {
    input: Type.Object({ filter: FilterSchema, ...Page }, exactly),
    output: Type.Object({
      rows: Type.Array(NotificationRowSchema),
      hasOlder: Type.Boolean(),
      hasNewer: Type.Boolean(),
    }),
  },
  /**
   * What a query finds, paged as `listNotifications` is. With a `slot`, a search drops the last one of
   * the same slot, which then answers `cancelled`: typing the next letter ends the search for the last.
   */
  searchNotifications: {
    input: Type.Object(
      {
        query: SearchQuery,
        ...Page,
        slot: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      },
      exactly,
    ),
    output: SearchAnswerSchema,
  },
  /** Somebody is about to search: what that needs is made ready, so that the first letter finds as fast as the next. */
  warmSearch: { input: Nothing, output: Nothing },
  /** How many notifications each query finds, in the order asked: for saved searches. */
  countFound: {
    input: Type.Object(
      { queries: Type.Array(SearchQuery, { minItems: 1, maxItems: savedSearchLimit }) },
      exactly,
    ),
    output: Type.Object({ counts: Type.Array(FoundCountSchema) }),
  },
  /** What could be added to a query, and how many it would leave, of the newest `facetScanLimit` found. */
  getFacets: { input: Type.Object({ query: SearchQuery }, exactly), output: FacetsSchema },
  getNotification: {
    input: Type.Object({ rowId: RowId }, exactly),
    output: Type.Union([NotificationDetailSchema, Type.Null()]),
  },
  /** Marks rows as read here at once, with every unread row of the same source and id, and acknowledges them. */
  markAsRead: {
    input: Type.Object({ rowIds: RowIds }, exactly),
    output: Type.Object({ markedCount: Count }),
  },
  /**
   * Unread again, here alone: an acknowledgement is not taken back. Unknown and unread rows are skipped.
   * @throws Refusal `unavailable` while older rows are still being marked as read
   */
  markAsUnread: {
    input: Type.Object({ rowIds: RowIds }, exactly),
    output: Type.Object({ changedCount: Count }),
  },
  markAllAsRead: { input: Nothing, output: Type.Object({ markedCount: Count }) },
  /** Pinned rows are kept: by retention, and by `clearHistory`. Unknown rows are skipped. */
  setPinned: {
    input: Type.Object({ rowIds: RowIds, isPinned: Type.Boolean() }, exactly),
    output: Type.Object({ changedCount: Count }),
  },
  /** Hidden at once; gone for good once its undo has run out (10 s). Unknown rows are skipped. */
  deleteNotifications: { input: Type.Object({ rowIds: RowIds }, exactly), output: StartedJob },
  /** Deletes all that a query finds among the rows that are there now and not pinned. @throws Refusal `bad-input` on a bad query */
  deleteFound: { input: Type.Object({ query: SearchQuery }, exactly), output: StartedJob },
  /** Deletes every row that is not pinned. */
  clearHistory: { input: Nothing, output: StartedJob },
  /** @throws Refusal `unavailable` when it is too late */
  undoDeletion: { input: Type.Object({ jobId: JobId }, exactly), output: Nothing },
  /** Into a file that the host chooses, oldest first; null when the user chose none. */
  exportNotifications: {
    input: Type.Object({ query: SearchQuery, format: Type.Enum(['jsonl', 'csv']) }, exactly),
    output: Type.Union([StartedJob, Type.Null()]),
  },
  /** From a file of JSON Lines that the host chooses; null when the user chose none. */
  importNotifications: { input: Nothing, output: Type.Union([StartedJob, Type.Null()]) },
  /** What is done stays done: rows deleted so far can be undone, a half-written export is removed. */
  cancelJob: { input: Type.Object({ jobId: JobId }, exactly), output: Nothing },
  /** Everything that happened to one notification, oldest first; null when there is no such row. */
  getStory: { input: Type.Object({ rowId: RowId }, exactly), output: Type.Union([StorySchema, Type.Null()]) },
  /** Somebody looks at this notification: noted in its story, once. */
  noteOpened: { input: Type.Object({ rowId: RowId }, exactly), output: Nothing },
  /** What became of a toast that a page was asked for: null when it is shown, otherwise why not, in a sentence. */
  noteToastOutcome: {
    input: Type.Object(
      { toastId: ToastId, reason: Type.Union([Type.String({ minLength: 1, maxLength: 300 }), Type.Null()]) },
      exactly,
    ),
    output: Nothing,
  },
  /** A page's toast was clicked. */
  noteToastActivated: {
    input: Type.Object({ toastId: ToastId, action: ToastActionSchema }, exactly),
    output: Nothing,
  },
  /** Whether the window is in front, with its list: then no toasts, unless the settings say otherwise. */
  noteWatching: { input: Type.Object({ isWatching: Type.Boolean() }, exactly), output: Nothing },
  /** Sends one notification the whole way, from the frame to the screen. Answers within about 10 s. */
  sendTestNotification: { input: Nothing, output: TestReportSchema },
  setDoNotDisturb: { input: Type.Object({ choice: DoNotDisturbChoiceSchema }, exactly), output: Nothing },
  /** Each comes back as a toast then, also after a restart, unless it was read or deleted. Unknown rows are skipped. */
  snooze: { input: Type.Object({ rowIds: RowIds, choice: SnoozeChoiceSchema }, exactly), output: Nothing },
  endSnooze: { input: Type.Object({ rowIds: RowIds }, exactly), output: Nothing },
  /** Ends the program. @throws Refusal `unavailable` where `capabilities.canQuit` is false */
  quit: { input: Nothing, output: Nothing },
  /** What arrived in each minute, hour or day from `from` to `to`, at most 1,500 of them. */
  getSeries: {
    input: Type.Object(
      { unit: Type.Enum([...volumeUnits]), from: Type.Number(), to: Type.Number() },
      exactly,
    ),
    output: SeriesSchema,
  },
  /** What comes most and is seldom opened or read, of the last `noiseDays` days. */
  getNoiseReport: { input: Nothing, output: NoiseReportSchema },
  getStatistics: { input: Nothing, output: StatisticsSchema },
  /** The token for the source of now, sent as a bearer header; null forgets it. It is never shown again. */
  setAccessToken: {
    input: Type.Object(
      { token: Type.Union([Type.String({ minLength: 1, maxLength: 4_096 }), Type.Null()]) },
      exactly,
    ),
    output: Nothing,
  },
  /**
   * Walks the way of a notification step by step and says of each what was found: of the source in use, or, with
   * `source`, of another one as far as its first frame, and nothing is kept. Each step is told by `diagnosisProgressed`
   * as it ends. Answers within about 30 s. A later one ends the one under way.
   */
  diagnose: {
    input: Type.Object({ source: Type.Optional(settingsTable.source.schema) }, exactly),
    output: DiagnosisSchema,
  },
  /** Ends the diagnosis under way, which then answers with what it has. */
  cancelDiagnosis: { input: Nothing, output: Nothing },
  connect: { input: Nothing, output: Nothing },
  disconnect: { input: Nothing, output: Nothing },
  /** Ends the wait for the next attempt; nothing happens in another phase. */
  retryNow: { input: Nothing, output: Nothing },
  /** All of the change is applied, or none of it. */
  changeSettings: { input: SettingsChangeSchema, output: Nothing },
  /** Back to their defaults: these, or without `names` all but those that say who and where we are (`isKeptByReset`). */
  resetSettings: {
    input: Type.Object({ names: Type.Optional(Type.Array(SettingNameSchema, { minItems: 1 })) }, exactly),
    output: Nothing,
  },
  /** Into a file of JSON that the host chooses, without secrets; null when the user chose none. */
  exportSettings: {
    input: Nothing,
    output: Type.Union([Type.Object({ file: Type.String() }), Type.Null()]),
  },
  /** From such a file; null when the user chose none. All of it is applied, or, with a Refusal `bad-input`, none of it. */
  importSettings: {
    input: Nothing,
    output: Type.Union([Type.Object({ changedCount: Count }), Type.Null()]),
  },
} as const satisfies Readonly<Record<string, { readonly input: TSchema; readonly output: TSchema }>>

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandInput<Name extends CommandName> = Static<Commands[Name]['input']>
export type CommandOutput<Name extends CommandName> = Static<Commands[Name]['output']>

/** One handler a command: a missing one does not compile. */
export type CommandHandlers = {
  readonly [Name in CommandName]: (
    input: CommandInput<Name>,
  ) => CommandOutput<Name> | Promise<CommandOutput<Name>>
}
