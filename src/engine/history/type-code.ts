/** Types as the history keeps them: their places in `notificationTypes`. */
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'

const codes = Object.fromEntries(notificationTypes.map((type, code) => [type, code])) as Readonly<
  Record<NotificationType, number>
> // the entries are of every type

export const toCode = (type: NotificationType): number => codes[type]

export const toType = (code: unknown): NotificationType => notificationTypes[Number(code)] ?? 'info'
