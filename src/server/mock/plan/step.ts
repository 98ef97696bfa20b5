/** What the mock does on a connection, one thing at a time: the plan's words, which the port puts into acts. */
import { assertNever } from '../../assert-never.ts'
import type { FaultOf } from '../scenario/fault-schemas.ts'
import type { Frame } from './frame.ts'

export type EndingStep =
  | { readonly is: 'close'; readonly code: number; readonly reason: string }
  | { readonly is: 'cut' }
  | { readonly is: 'fall-silent'; readonly forMs: number }

export type Step = { readonly is: 'send'; readonly frame: Frame } | EndingStep

export type EndingFault = FaultOf<'close' | 'cut' | 'half-open'>

/** Long enough for any client's heartbeat, short enough that nobody's sockets pile up. */
const defaultSilenceSeconds = 120

export function endingStep(fault: EndingFault): EndingStep {
  switch (fault.fault) {
    case 'close':
      return { is: 'close', code: fault.code, reason: fault.reason ?? '' }
    case 'cut':
      return { is: 'cut' }
    case 'half-open':
      return { is: 'fall-silent', forMs: (fault.forSeconds ?? defaultSilenceSeconds) * 1000 }
    default:
      return assertNever(fault)
  }
}
