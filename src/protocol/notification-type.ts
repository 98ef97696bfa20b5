/** The types of notifications, and what a client holds of one. No schemas: the background thread does without them. */

export const notificationTypes = ['info', 'warning', 'error', 'success'] as const
export type NotificationType = (typeof notificationTypes)[number]

export const priorities = ['low', 'medium', 'high'] as const
export type Priority = (typeof priorities)[number]

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
