/**
 * How late one source's notifications come, told from timestamps that have no zone and stem from a foreign clock.
 *
 * Raw is the arrival less the timestamp read as UTC: the delay, and whatever zone and clock add. The least raw lately
 * stands for that addition, so a delay is known only beyond the quickest lately.
 *
 * What is more than 10 s from the least may be a late notification, or a clock that was set:
 * - Earlier than the least by much: the clock was set forward, the least was late itself, or this one timestamp is
 *   wrong. Null, until 20 in a row agree; they are the new measure.
 * - Later by much: a real delay, as after an outage, unless its timestamp goes back by much behind one that already came
 *   (the clock was set back, or an old notification came again), or it is late by quarters of an hour to within 5 s
 *   (a zone, summer time). Those are null.
 * - Later by the same 2 s, 20 times in a row and for a minute: the clock was set. They are the new measure. What waited
 *   for an outage to end catches up and is not late by the same.
 * Besides, the least leaves the window after an hour of traffic.
 *
 * What cannot be told: a delay that every notification has (none is seen); one that begins and stays the same (seen for
 * a minute, then taken for the clock); a clock set by less than 10 s (seen as a delay for an hour of traffic); a clock
 * set by other than quarters of an hour during a silence of at least as long, or this machine's own set forward (seen as
 * a delay for a minute); a late notification among newer ones (null).
 */
import { createLeastWindow } from './least-window.ts'
import { readWireTimestamp } from './wire-timestamp.ts'

export type DeliveryDelay = {
  /**
   * @param timestamp the wire's; null when it had none
   * @param receivedAt milliseconds since the epoch
   * @returns milliseconds, 0 or more; null where it cannot be told
   */
  sample(timestamp: string | null, receivedAt: number): number | null
  /** As `sample`, and learns nothing of it: cheap enough for each notification. */
  estimate(timestamp: string | null, receivedAt: number): number | null
}

/** Notifications in a row that are all much earlier, or all late by the same. */
type Run = {
  readonly isLate: boolean
  readonly since: number
  readonly least: number
  readonly greatest: number
  readonly size: number
}

const enough = 20
const muchMs = 10_000
const sameMs = 2_000
const stayedMs = 60_000
const zoneStepMs = 900_000
const zoneStepWithinMs = 5_000

export function createDeliveryDelay(): DeliveryDelay {
  const window = createLeastWindow()
  let newestStamp = 0
  let run: Run | null = null

  function ordinary(raw: number, stamp: number, receivedAt: number): number | null {
    run = null
    window.add(raw, receivedAt)
    return tell(raw, stamp)
  }

  function tell(raw: number, stamp: number): number | null {
    newestStamp = Math.max(newestStamp, stamp)
    return window.size < enough ? null : raw - window.least
  }

  function far(raw: number, stamp: number, receivedAt: number): number | null {
    const beyondMs = raw - window.least
    run = extend(run, raw, beyondMs > 0, receivedAt)
    if (isNewMeasure(run, receivedAt)) {
      window.restart(run.least, run.size, receivedAt)
      run = null
      newestStamp = 0
      return tell(raw, stamp)
    }
    if (beyondMs < 0) return null
    window.add(raw, receivedAt)
    return stamp < newestStamp - muchMs || isZoneStep(beyondMs) ? null : tell(raw, stamp)
  }

  return {
    sample(timestamp, receivedAt) {
      const stamp = timestamp === null ? null : readWireTimestamp(timestamp)
      if (stamp === null) return null
      const raw = receivedAt - stamp
      const isFar = window.size > 0 && Math.abs(raw - window.least) > muchMs
      return isFar ? far(raw, stamp, receivedAt) : ordinary(raw, stamp, receivedAt)
    },
    estimate(timestamp, receivedAt) {
      if (timestamp === null || window.size < enough) return null
      const stamp = readWireTimestamp(timestamp)
      if (stamp === null) return null
      const beyondMs = receivedAt - stamp - window.least
      return beyondMs < 0 || isZoneStep(beyondMs) ? null : beyondMs
    },
  }
}

function extend(run: Run | null, raw: number, isLate: boolean, receivedAt: number): Run {
  const begun = { isLate, since: receivedAt, least: raw, greatest: raw, size: 1 }
  if (run === null || run.isLate !== isLate) return begun
  const least = Math.min(run.least, raw)
  const greatest = Math.max(run.greatest, raw)
  if (isLate && greatest - least > sameMs) return begun
  return { ...run, least, greatest, size: run.size + 1 }
}

const isNewMeasure = (run: Run, receivedAt: number): boolean =>
  run.size >= enough && (!run.isLate || receivedAt - run.since >= stayedMs)

function isZoneStep(beyondMs: number): boolean {
  const steps = Math.round(beyondMs / zoneStepMs)
  return steps > 0 && Math.abs(beyondMs - steps * zoneStepMs) <= zoneStepWithinMs
}
