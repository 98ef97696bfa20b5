/** The four types in words. */
import type { NotificationType } from '../../protocol/notification-type.ts'

export const typeWords: Readonly<Record<NotificationType, string>> = {
  info: 'Info',
  warning: 'Warning',
  error: 'Error',
  success: 'Success',
}
