/** What the window is shown: a snapshot with a revision, then numbered changes. */
import Type, { type Static } from 'typebox'
import { DoNotDisturbViewSchema } from './do-not-disturb.ts'
import { JobViewSchema } from './jobs.ts'
import { AcknowledgementStateSchema, NotificationRowSchema, RowId } from './notification-row.ts'
import { platformNames, SettingsSchema } from './settings-table.ts'
import { SnoozeSchema } from './snooze.ts'
import { ToastsViewSchema } from './toast.ts'

/** Times are milliseconds since the epoch throughout. */
const Time = Type.Number()

export const ConnectionViewSchema = Type.Union([
  Type.Object({ phase: Type.Literal('connecting'), since: Time, attempt: Type.Integer({ minimum: 0 }) }),
  Type.Object({
    phase: Type.Literal('live'),
    since: Time,
    /** Since when nothing has come for longer than max(4 × frequency, 60 s); otherwise null. */
    silentSince: Type.Union([Time, Type.Null()]),
  }),
  Type.Object({
    phase: Type.Literal('waiting'),
    since: Time,
    retryAt: Time,
    attempt: Type.Integer({ minimum: 0 }),
    /** A sentence for people: why the last connection ended or failed. */
    reason: Type.String(),
  }),
  Type.Object({ phase: Type.Literal('disconnected'), since: Time, reason: Type.String() }),
])
/** `disconnected` is the user's wish, or an address that cannot be used (then `reason` says so). */
export type ConnectionView = Static<typeof ConnectionViewSchema>

const Count = Type.Integer({ minimum: 0 })
const TypeCount = Type.Object({ total: Count, unread: Count })

/** Counts of the whole history, kept by the engine, never by scanning. */
export const CountsSchema = Type.Object({
  info: TypeCount,
  warning: TypeCount,
  error: TypeCount,
  success: TypeCount,
})
export type Counts = Static<typeof CountsSchema>

export const ActivityEntrySchema = Type.Object({
  /** Grows by one with each entry of this run. */
  entryId: Type.Integer({ minimum: 1 }),
  at: Time,
  kind: Type.Enum(['connection', 'system', 'acknowledgement', 'rejected', 'settings', 'toast', 'storage']),
  severity: Type.Enum(['info', 'warning', 'error']),
  /** A sentence for people. */
  text: Type.String(),
  /** The excerpt of a rejected frame, and the like. */
  detail: Type.Union([Type.String(), Type.Null()]),
})
export type ActivityEntry = Static<typeof ActivityEntrySchema>

export const SourceViewSchema = Type.Object({
  /** True for the server built into Tocsin. */
  isEmbedded: Type.Boolean(),
  /** The address connected to; empty when the source cannot be used. */
  url: Type.String(),
  /** The token itself is never shown. */
  hasAccessToken: Type.Boolean(),
  /** Named on the command line, for this run alone: who starts Tocsin so needs no first steps. */
  isOverride: Type.Boolean(),
  /** Where programs send this client notifications by HTTP, `http://…/notify/…`; null where that is not known. */
  publishUrl: Type.Union([Type.String(), Type.Null()]),
})
export type SourceView = Static<typeof SourceViewSchema>

export const StorageViewSchema = Type.Object({
  /** Null while all is well; otherwise a sentence for people. What cannot be stored waits in memory. */
  problem: Type.Union([Type.String(), Type.Null()]),
  waiting: Count,
})
export type StorageView = Static<typeof StorageViewSchema>

/** What this host can do, so that the window need not know which it has. */
export const CapabilitiesSchema = Type.Object({
  host: Type.Enum(['desktop', 'browser']),
  version: Type.String(),
  platform: Type.Enum([...platformNames]),
  hasTray: Type.Boolean(),
  /** The window can end the program (`quit`). */
  canQuit: Type.Boolean(),
  /** `native`: the host shows them. `page`: the window shows them while it is open and permitted. */
  toasts: Type.Enum(['native', 'page']),
})
export type Capabilities = Static<typeof CapabilitiesSchema>

export const SnapshotSchema = Type.Object({
  /** Identifies this run of the engine: another run's revisions mean nothing here. */
  runId: Type.String(),
  revision: Count,
  connection: ConnectionViewSchema,
  source: SourceViewSchema,
  counts: CountsSchema,
  pinnedCount: Count,
  settings: SettingsSchema,
  storage: StorageViewSchema,
  /** Oldest first. */
  activity: Type.Array(ActivityEntrySchema),
  /** The newest notifications, newest first. */
  newest: Type.Array(NotificationRowSchema),
  /** When the last frame of any kind came from the server; null before the first of this run. */
  lastFrameAt: Type.Union([Time, Type.Null()]),
  capabilities: CapabilitiesSchema,
  /** What is under way, or can still be undone. */
  jobs: Type.Array(JobViewSchema),
  doNotDisturb: DoNotDisturbViewSchema,
  /** Those that have not come back yet. */
  snoozes: Type.Array(SnoozeSchema),
  toasts: ToastsViewSchema,
})
export type Snapshot = Static<typeof SnapshotSchema>

/** How many notifications a snapshot brings. */
export const snapshotNewestCount = 100

export const ChangeSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('notifications-arrived'),
    /** Oldest first, as they came; stored before they were announced. */
    rows: Type.Array(NotificationRowSchema),
    counts: CountsSchema,
  }),
  Type.Object({
    kind: Type.Literal('notifications-read'),
    rowIds: Type.Array(RowId),
    readAt: Time,
    acknowledgement: AcknowledgementStateSchema,
    counts: CountsSchema,
  }),
  /** Here alone: what the server was told of them stays as it is. */
  Type.Object({
    kind: Type.Literal('notifications-unread'),
    rowIds: Type.Array(RowId),
    counts: CountsSchema,
  }),
  Type.Object({
    /** Every row up to and with `upToRowId` is read; states of acknowledgement follow one by one. */
    kind: Type.Literal('all-read'),
    upToRowId: Type.Integer({ minimum: 0 }),
    readAt: Time,
    counts: CountsSchema,
  }),
  Type.Object({
    kind: Type.Literal('notifications-deleted'),
    rowIds: Type.Array(RowId),
    counts: CountsSchema,
  }),
  /** Deleted rows are back, or rows were imported: lists are to be asked for again. */
  Type.Object({ kind: Type.Literal('history-changed'), counts: CountsSchema }),
  Type.Object({
    kind: Type.Literal('pins-changed'),
    rowIds: Type.Array(RowId),
    pinnedAt: Type.Union([Time, Type.Null()]),
  }),
  Type.Object({ kind: Type.Literal('pinned-count-changed'), pinnedCount: Count }),
  Type.Object({ kind: Type.Literal('job-changed'), job: JobViewSchema }),
  Type.Object({
    kind: Type.Literal('acknowledgement-changed'),
    rowIds: Type.Array(RowId),
    acknowledgement: AcknowledgementStateSchema,
  }),
  Type.Object({
    kind: Type.Literal('connection-changed'),
    connection: ConnectionViewSchema,
    source: SourceViewSchema,
  }),
  Type.Object({ kind: Type.Literal('frame-received'), lastFrameAt: Time }),
  Type.Object({ kind: Type.Literal('settings-changed'), settings: SettingsSchema }),
  Type.Object({ kind: Type.Literal('storage-changed'), storage: StorageViewSchema }),
  Type.Object({ kind: Type.Literal('do-not-disturb-changed'), doNotDisturb: DoNotDisturbViewSchema }),
  /** All that there are now. */
  Type.Object({ kind: Type.Literal('snoozes-changed'), snoozes: Type.Array(SnoozeSchema) }),
  Type.Object({ kind: Type.Literal('toasts-changed'), toasts: ToastsViewSchema }),
  Type.Object({ kind: Type.Literal('activity-logged'), entries: Type.Array(ActivityEntrySchema) }),
])
export type Change = Static<typeof ChangeSchema>
