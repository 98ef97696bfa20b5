/** The four types in words. */
import type { I18n } from '../../i18n/create-i18n.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'

export const typeWord = ({ t }: I18n, type: NotificationType): string => t(`types.${type}`)
