/** How far an acknowledgement has come, in words. */
import type { AcknowledgementState } from '../../contract/notification-row.ts'

export const acknowledgementWords: Readonly<Record<AcknowledgementState, string>> = {
  none: 'Unread',
  pending: 'Read, sending…',
  sent: 'Read, waiting for the server',
  confirmed: 'Read, confirmed',
  unconfirmed: 'Read, not confirmed by the server',
  local: 'Read here',
}
