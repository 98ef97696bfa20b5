/** What an acknowledgement is answered with: of a demo notification of this run, or of one that is stored. */
import { confirmationText, notFoundText } from '../protocol/system-message.ts'
import { assertNever } from './assert-never.ts'
import type { SentNotifications } from './sent-notifications.ts'
import type { Acknowledgement, Store } from './store/store.ts'

/**
 * An id may be of both kinds, and then both are read.
 * @param confirm what is answered for one that is not stored; null: nothing, or not yet
 * @returns the text of the system message; null where all connections of the client are told, this one among them, or `confirm` gave null
 */
export async function acknowledge(
  acknowledgement: Acknowledgement,
  sent: SentNotifications,
  store: Store,
  confirm: (id: string) => string | null = confirmationText,
): Promise<string | null> {
  const { id } = acknowledgement
  const isSent = sent.acknowledge(id) !== 'unknown'
  const outcome = await store.acknowledge(acknowledgement)
  switch (outcome) {
    case 'read':
      return null
    case 'already-read':
      return confirmationText(id)
    case 'unknown':
      return isSent ? confirm(id) : notFoundText(id)
    default:
      return assertNever(outcome)
  }
}
