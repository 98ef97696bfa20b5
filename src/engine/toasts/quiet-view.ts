/** Whether it is quiet, why and for how long. Pure. Not: when that is asked, and who is told (do-not-disturb.ts). */
import type { DoNotDisturbView } from '../../contract/do-not-disturb.ts'
import type { KeptQuiet } from './kept-quiet.ts'
import type { QuietMoment } from './quiet-hours.ts'

/** The end of the quiet hours of now, which names them; `Infinity` where there is none. */
export const endOf = ({ until }: QuietMoment): number => until ?? Number.POSITIVE_INFINITY

/** What the user chose goes first, then quiet hours that are not skipped, then the system. */
export function quietView(
  kept: KeptQuiet,
  hours: QuietMoment,
  isSystemOn: boolean,
  now: number,
): DoNotDisturbView {
  if (kept.chosenUntil !== null && now < kept.chosenUntil) {
    return { reason: 'chosen', until: Number.isFinite(kept.chosenUntil) ? kept.chosenUntil : null }
  }
  // By its end: so a clock that is set back, or other quiet hours, cannot stretch the skip.
  if (hours.isQuiet && kept.skippedUntil !== endOf(hours)) {
    return { reason: 'quiet-hours', until: hours.until }
  }
  return isSystemOn ? { reason: 'system', until: null } : null
}

/** Without what has run out. */
export function withoutPast(kept: KeptQuiet, hours: QuietMoment, now: number): KeptQuiet {
  const isChosen = kept.chosenUntil !== null && now < kept.chosenUntil
  const isSkipped = hours.isQuiet && kept.skippedUntil === endOf(hours)
  return {
    chosenUntil: isChosen ? kept.chosenUntil : null,
    skippedUntil: isSkipped ? kept.skippedUntil : null,
    quietFrom: kept.quietFrom,
    wasSystem: kept.wasSystem,
  }
}

/**
 * The schedule or the time zone is another: "not now" goes on to the end of the quiet hours that it is now. Those that
 * have no end are skipped only where those before had none either: who asks for quiet all the time gets it.
 * @param hours as they are now
 */
export function moveSkip(kept: KeptQuiet, hours: QuietMoment, now: number): KeptQuiet {
  if (kept.skippedUntil === null || now >= kept.skippedUntil || !hours.isQuiet) return kept
  if (hours.until === null && Number.isFinite(kept.skippedUntil)) return kept
  return { ...kept, skippedUntil: endOf(hours) }
}

export const isSameView = (a: DoNotDisturbView, b: DoNotDisturbView): boolean =>
  a?.reason === b?.reason && a?.until === b?.until

export const isSameKept = (a: KeptQuiet, b: KeptQuiet): boolean =>
  a.chosenUntil === b.chosenUntil &&
  a.skippedUntil === b.skippedUntil &&
  a.quietFrom === b.quietFrom &&
  a.wasSystem === b.wasSystem
