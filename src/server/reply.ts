/** What a client's message is answered with, word for word as spec.md, "Our server's answers", says. */
import type { ClientFrame } from '../protocol/client-message.ts'
import { confirmationText, notFoundText } from '../protocol/system-message.ts'
import { assertNever } from './assert-never.ts'
import { decideFrequency } from './frequency.ts'
import type { SentNotifications } from './sent-notifications.ts'

/** `message` is the text of the system message that answers; every message is answered with exactly one. */
export type Reply =
  | { readonly kind: 'frequency-set'; readonly frequency: number; readonly message: string }
  | { readonly kind: 'acknowledgement-answered'; readonly message: string }
  /** It could not be understood: nothing changes, and it counts against the client. */
  | { readonly kind: 'offence'; readonly message: string }

/**
 * The configuration window makes no difference here: an acknowledgement in it is answered like any other.
 * An unknown id is no offence: after a restart of the server a client may well have hundreds of them.
 */
export function replyTo(frame: ClientFrame, sent: SentNotifications): Reply {
  switch (frame.kind) {
    case 'configuration':
      return { kind: 'frequency-set', ...decideFrequency(frame.frequency) }
    case 'acknowledge':
      return { kind: 'acknowledgement-answered', message: acknowledge(frame.id, sent) }
    case 'rejected':
      return { kind: 'offence', message: frame.reason }
    default:
      return assertNever(frame)
  }
}

function acknowledge(id: string, sent: SentNotifications): string {
  const outcome = sent.acknowledge(id)
  switch (outcome) {
    case 'read':
    case 'already-read':
      return confirmationText(id)
    case 'unknown':
      return notFoundText(id)
    default:
      return assertNever(outcome)
  }
}
