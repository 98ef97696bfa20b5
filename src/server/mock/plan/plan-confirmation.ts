/** How an acknowledgement of a notification that the mock made is answered. The first fault that fires decides. */
import type { Random } from '../../../clock/clock.ts'
import { assertNever } from '../../assert-never.ts'
import type { Fault } from '../scenario/fault-schemas.ts'
import { drawFrom } from './draw-from.ts'
import { fires, type Moment } from './fires.ts'

export type ConfirmationPlan =
  | { readonly is: 'at-once' }
  | { readonly is: 'never' }
  | { readonly is: 'not-found' }
  | { readonly is: 'late'; readonly byMs: number }

const defaultLateMs = [1_000, 5_000] as const

/** @param moment counts the acknowledgements on this connection */
export function planConfirmation(faults: readonly Fault[], moment: Moment, random: Random): ConfirmationPlan {
  for (const fault of faults) {
    if (fault.fault !== 'acknowledgement' || !fires(fault, moment, random)) continue
    switch (fault.answer) {
      case 'never':
      case 'not-found':
        return { is: fault.answer }
      case 'late':
        return { is: 'late', byMs: drawFrom(fault.ms ?? defaultLateMs, random) }
      default:
        return assertNever(fault.answer)
    }
  }
  return { is: 'at-once' }
}
