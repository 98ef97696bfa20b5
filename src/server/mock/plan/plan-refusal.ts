/** Whether an attempt to connect is refused, and with which answer. The first fault that fires decides. */
import type { Random } from '../../../clock/clock.ts'
import { type Answer, problemAnswer } from '../../http/answer.ts'
import type { Fault } from '../scenario/fault-schemas.ts'
import { fires, type Moment } from './fires.ts'

/** @param moment counts the attempts of this client id */
export function planRefusal(faults: readonly Fault[], moment: Moment, random: Random): Answer | null {
  for (const fault of faults) {
    if (fault.fault !== 'refuse' || !fires(fault, moment, random)) continue
    const { status, retryAfterSeconds } = fault
    const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
    return problemAnswer(
      { status, detail: 'The scenario that this mock plays refuses the connection.' },
      headers,
    )
  }
  return null
}
