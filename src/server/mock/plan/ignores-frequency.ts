/** Whether a configuration is passed over. The first one of a connection never is: a client could not tell why. */
import type { Random } from '../../../clock/clock.ts'
import type { Fault } from '../scenario/fault-schemas.ts'
import { fires, type Moment } from './fires.ts'

/** @param moment counts the configurations on this connection after the first */
export const ignoresFrequency = (faults: readonly Fault[], moment: Moment, random: Random): boolean =>
  faults.some((fault) => fault.fault === 'ignore-frequency' && fires(fault, moment, random))
