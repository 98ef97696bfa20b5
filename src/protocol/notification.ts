/** The four notifications of the wire, as schemas. Not: how frames are read. */
import Type, { type Static } from 'typebox'
import { priorities } from './notification-type.ts'

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
