/** Decides what becomes of each notification's toast. Pure; every decision has its reason (toast-fate.ts). */
import type { QuietReason } from '../../contract/do-not-disturb.ts'
import type { Settings } from '../../contract/settings-table.ts'
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import { type Burst, placeInBurst } from './burst.ts'
import { isMuted } from './muted.ts'
import { quietFates, type ToastFate, toastFates } from './toast-fate.ts'

export type ToastMoment = {
  readonly settings: Settings
  readonly quiet: QuietReason | null
  /** Somebody looks at the list. */
  readonly isWatching: boolean
  readonly burst: Burst
  /** Milliseconds, of a clock that never jumps. */
  readonly now: number
}

export type Candidate = {
  readonly notification: Pick<ParsedNotification, 'type' | 'title' | 'priority'>
  /** It came more than five minutes after it was sent, or could not be stored for so long. */
  readonly isLate: boolean
}

/** From when on a notification is news no more. */
export const lateAfterMs = 300_000

type Level = Settings['infoToasts']
export const toastLevel = (type: ParsedNotification['type'], settings: Settings): Level =>
  settings[`${type}Toasts`]

/** @returns a fate for each, in order; and the burst as it is after them */
export function decideToasts(
  candidates: readonly Candidate[],
  moment: ToastMoment,
): { readonly fates: readonly ToastFate[]; readonly burst: Burst } {
  let { burst } = moment
  const fates = candidates.map((candidate) => {
    const fate = decide(candidate, moment)
    if (fate !== toastFates.shown && fate !== toastFates.brokeThrough) return fate
    const placed = placeInBurst(burst, candidate.notification.type === 'error', moment.now)
    burst = placed.burst
    return placed.isAlone ? fate : toastFates.digest
  })
  return { fates, burst }
}

function decide(
  { notification, isLate }: Candidate,
  { settings, quiet, isWatching }: ToastMoment,
): ToastFate {
  const { type } = notification
  if (!settings.toasts) return toastFates.switchedOff
  if (toastLevel(type, settings) === 'off') return toastFates.typeOff
  // Before what only holds back: the muted are in no summary either.
  if (isMuted(notification, settings.mutes)) {
    return type === 'error' ? toastFates.mutedError : toastFates.muted
  }
  if (type === 'info' && isBelow(notification.priority, settings)) return toastFates.lowPriority
  if (isWatching && !settings.toastsWhileWatching) return toastFates.watched
  const breaksThrough = quiet !== null && type === 'error' && settings.errorsBreakThrough
  if (quiet !== null && !breaksThrough) return quietFates[quiet]
  if (isLate) return toastFates.late
  return breaksThrough ? toastFates.brokeThrough : toastFates.shown
}

const rank = { low: 0, medium: 1, high: 2 } as const

/** Most servers give none: that is neither low nor high. */
const isBelow = (priority: ParsedNotification['priority'], settings: Settings): boolean =>
  rank[priority ?? 'medium'] < rank[settings.infoLeastPriority]
