/** What ends a connection by the clock alone: known as soon as it opens. */
import type { Fault } from '../scenario/fault-schemas.ts'
import { type EndingStep, endingStep } from './step.ts'

export type TimedStep = { readonly step: EndingStep; readonly afterMs: number }

/** @param connection which connection of its client; the first is 1 */
export function planOpening(faults: readonly Fault[], connection: number): readonly TimedStep[] {
  return faults.flatMap((fault) => {
    if (fault.fault !== 'close' && fault.fault !== 'cut' && fault.fault !== 'half-open') return []
    const { atSecond } = fault.when
    if (atSecond === undefined || (fault.connection ?? connection) !== connection) return []
    return [{ step: endingStep(fault), afterMs: atSecond * 1000 }]
  })
}
