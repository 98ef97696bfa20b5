/** Whether a fault happens now. Pure: everything that counts is in the moment. */
import type { Random } from '../../../clock/clock.ts'
import type { When } from '../scenario/fault-schemas.ts'

/** One of what a fault counts: a notification, an attempt to connect, an acknowledgement, a configuration. */
export type Moment = {
  /** How many there were, with this one. */
  readonly count: number
  /** Milliseconds since the beginning; those of the one before, or -1. */
  readonly atMs: number
  readonly previousAtMs: number
  /** Which connection of its client it is on; the first is 1. */
  readonly connection: number
}

/** Without `when`: always. */
export function fires(
  { when, connection }: { readonly when?: When; readonly connection?: number },
  moment: Moment,
  random: Random,
): boolean {
  if (connection !== undefined && connection !== moment.connection) return false
  if (when === undefined) return true
  const { count, atMs, previousAtMs } = moment
  const { probability, every, nth, first, atSecond, duringSeconds } = when
  if (probability !== undefined) return random() < probability
  if (every !== undefined) return count % every === 0
  if (nth !== undefined) return count === nth
  if (first !== undefined) return count <= first
  if (atSecond !== undefined) return atMs >= atSecond * 1000 && previousAtMs < atSecond * 1000
  const [from, until] = duringSeconds ?? [0, 0]
  return atMs >= from * 1000 && atMs < until * 1000
}

/** The moment after this one. */
export const nextMoment = ({ count, atMs, connection }: Moment, nowMs: number): Moment => ({
  count: count + 1,
  atMs: nowMs,
  previousAtMs: atMs,
  connection,
})

/** Before the first one. */
export const noMoment = (connection: number): Moment => ({ count: 0, atMs: -1, previousAtMs: -1, connection })
