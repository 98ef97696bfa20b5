/** The four notifications of the wire, as schemas, and what a client makes of them. Not: how frames are read. */
import Type, { type Static } from 'typebox'

export const notificationTypes = ['info', 'warning', 'error', 'success'] as const
export type NotificationType = (typeof notificationTypes)[number]

export const priorities = ['low', 'medium', 'high'] as const
export type Priority = (typeof priorities)[number]

const shared = {
  title: Type.String(),
  message: Type.String(),
  id: Type.String({ minLength: 1 }),
  /** ISO 8601 without a zone, microseconds: shown, never trusted to order anything. */
  timestamp: Type.String(),
  read: Type.Boolean(),
}

/** Informational; `priority` is low, medium or high (seed). */
export const InfoFrame = Type.Object({
  type: Type.Literal('info'),
  ...shared,
  priority: Type.Enum([...priorities]),
})

/** A potential issue; `action_required` tells whether somebody has to act (seed). */
export const WarningFrame = Type.Object({
  type: Type.Literal('warning'),
  ...shared,
  action_required: Type.Boolean(),
})

/** A failure; `error_code` is typically 400 to 500 (the seed's own example is 503). */
export const ErrorFrame = Type.Object({
  type: Type.Literal('error'),
  ...shared,
  error_code: Type.Number(),
  retry_allowed: Type.Boolean(),
})

/** A completed operation; `completion_time` is text for people, such as `"3.25s"` (seed). */
export const SuccessFrame = Type.Object({
  type: Type.Literal('success'),
  ...shared,
  completion_time: Type.String(),
})

/** What a server sends that keeps to the letter of the seed. Extra fields are allowed. */
export const NotificationFrame = Type.Union([InfoFrame, WarningFrame, ErrorFrame, SuccessFrame])
export type NotificationFrame = Static<typeof NotificationFrame>

/**
 * A notification as a client holds it, after the tolerant reading of `parseServerFrame`.
 * What the server left out or sent in a wrong type is null, never a guess.
 */
export type ParsedNotification = {
  readonly type: NotificationType
  /** The frame's own type where it is none of the four; then `type` is `info`. */
  readonly foreignType: string | null
  /** Null when the frame has no usable id: such a notification cannot be acknowledged to the server. */
  readonly id: string | null
  readonly title: string
  readonly message: string
  readonly timestamp: string | null
  readonly priority: Priority | null
  readonly actionRequired: boolean | null
  readonly errorCode: number | null
  readonly retryAllowed: boolean | null
  readonly completionTime: string | null
}

export function isNotificationType(value: unknown): value is NotificationType {
  return value === 'info' || value === 'warning' || value === 'error' || value === 'success'
}
