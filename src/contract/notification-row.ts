/** A row of the history, as the window sees it. */
import Type, { type Static } from 'typebox'
import { notificationTypes, priorities } from '../protocol/notification-type.ts'

/**
 * How far an acknowledgement has come. `none`: not read. `local`: read here only, the notification has no id to
 * name. `pending`: read here, not sent yet. `sent`: waiting for the server's confirmation. `confirmed`: the server
 * said so. `unconfirmed`: the server never answered; tried again at the next connection.
 */
export const acknowledgementStates = ['none', 'local', 'pending', 'sent', 'confirmed', 'unconfirmed'] as const
export const AcknowledgementStateSchema = Type.Enum([...acknowledgementStates])
export type AcknowledgementState = (typeof acknowledgementStates)[number]

/** Own row ids grow with arrival. Wire ids repeat and are never a key (spec.md, fact 1). */
export const RowId = Type.Integer({ minimum: 1 })

const Nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const NotificationRowSchema = Type.Object({
  rowId: RowId,
  type: Type.Enum([...notificationTypes]),
  /** The server's own type, where it is none of the four. */
  foreignType: Nullable(Type.String()),
  wireId: Nullable(Type.String()),
  title: Type.String(),
  message: Type.String(),
  /** True when `title` or `message` was cut. */
  isCut: Type.Boolean(),
  /** The server's timestamp as it came: ISO 8601 without a zone. Shown, never ordered by. */
  timestamp: Nullable(Type.String()),
  /** Milliseconds since the epoch, by our clock. */
  receivedAt: Type.Number(),
  /** Milliseconds since the epoch; null while unread. */
  readAt: Nullable(Type.Number()),
  acknowledgement: AcknowledgementStateSchema,
  /** Milliseconds since the epoch; null where it is not pinned. */
  pinnedAt: Nullable(Type.Number()),
  priority: Nullable(Type.Enum([...priorities])),
  actionRequired: Nullable(Type.Boolean()),
  errorCode: Nullable(Type.Number()),
  retryAllowed: Nullable(Type.Boolean()),
  completionTime: Nullable(Type.String()),
})
export type NotificationRow = Static<typeof NotificationRowSchema>

/** The whole of one notification: nothing cut, and the frame as it came. */
export const NotificationDetailSchema = Type.Object({
  ...NotificationRowSchema.properties,
  frame: Type.String(),
})
export type NotificationDetail = Static<typeof NotificationDetailSchema>
