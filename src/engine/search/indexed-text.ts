/** The text of a row as the index is given it. */
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import { facetsOf } from './facets.ts'
import { toIndexed } from './tokenise.ts'

/** The facets stand between title and message, so that no phrase reaches from one into the other. */
export const toIndexedText = (notification: ParsedNotification): string =>
  `${toIndexed(notification.title)} ${facetsOf(notification).join(' ')} ${toIndexed(notification.message)}`
