/** One entry of the demo catalogue: a text and the fields that go with it, with room for variation. */
import type { NotificationFrame } from '../../protocol/notification.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'
import type { Draw } from './draw.ts'

/** Draws title, message and the type's own fields; the source adds the rest. */
type Entry<Type extends NotificationType> = (
  draw: Draw,
) => Omit<Extract<NotificationFrame, { type: Type }>, 'type' | 'id' | 'timestamp' | 'read'>

export type InfoEntry = Entry<'info'>
export type WarningEntry = Entry<'warning'>
export type ErrorEntry = Entry<'error'>
export type SuccessEntry = Entry<'success'>
