/** What a client's message is answered with, word for word as spec.md, "Our server's answers", says. */
import type { ClientFrame } from '../protocol/client-message.ts'
import { assertNever } from './assert-never.ts'
import { decideFrequency } from './frequency.ts'

/** `message` is the text of the system message that answers; every message is answered with exactly one. */
export type Reply =
  | { readonly kind: 'frequency-set'; readonly frequency: number; readonly message: string }
  /** Its answer has to wait for the store. */
  | { readonly kind: 'acknowledge'; readonly id: string }
  /** It could not be understood: nothing changes, and it counts against the client. */
  | { readonly kind: 'offence'; readonly message: string }

/**
 * The configuration window makes no difference here: an acknowledgement in it is answered like any other.
 * An unknown id is no offence: after a restart of the server a client may well have hundreds of them.
 */
export function replyTo(frame: ClientFrame): Reply {
  switch (frame.kind) {
    case 'configuration':
      return { kind: 'frequency-set', ...decideFrequency(frame.frequency) }
    case 'acknowledge':
      return frame
    case 'rejected':
      return { kind: 'offence', message: frame.reason }
    default:
      return assertNever(frame)
  }
}
