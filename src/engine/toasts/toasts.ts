/** Shows toasts for what was stored, gathers bursts into digests, and withdraws them once all is read. */

import type { Clock } from '../../clock/clock.ts'
import type { QuietReason } from '../../contract/do-not-disturb.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Settings } from '../../contract/settings-table.ts'
import type { Toast, ToastAction } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, type Wording } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import type { OpenTarget } from '../engine.ts'
import { noBurst } from './burst.ts'
import { createDigest } from './digest.ts'
import type { DigestLead } from './digest-toast.ts'
import { createLiveToasts } from './live-toasts.ts'
import { isMuted } from './muted.ts'
import { type ToastFate, toastFates } from './toast-fate.ts'
import { type Candidate, decideToasts, toastLevel } from './toast-policy.ts'
import { rowIdOf, toToast } from './toast-text.ts'
import type { CreateToaster, Toaster, ToasterListener } from './toaster.ts'

export type Toasts = {
  /** Decides, and changes nothing: what is decided counts once it is stored (`arrived`). */
  decide(candidates: readonly Candidate[]): readonly ToastFate[]
  /** @param fates as `decide` gave them */
  arrived(rows: readonly NotificationRow[], fates: readonly ToastFate[]): void
  /** Read or deleted. */
  read(rowIds: readonly number[]): void
  allRead(upToRowId: number): void
  /** What nobody was told of, oldest first. */
  summarise(rows: readonly NotificationRow[], lead: DigestLead): void
  /** Snoozed ones are back: whoever snoozed them asked for a toast, also where others are switched off. */
  returned(rows: readonly NotificationRow[]): void
  /** What a page says of a toast that it was asked for; `reason` null when it is shown. */
  outcome(toastId: string, reason: Wording | null): void
  activated(toastId: string, action: ToastAction, activationToken: string | null): void
  [Symbol.dispose](): void
}

/** `reason`: a sentence for people. */
export type NotShown = { readonly rowId: number; readonly reason: string }

export type ToastsDeps = {
  readonly clock: Clock
  readonly createToaster: CreateToaster
  settings(): Settings
  i18n(): I18n
  /** Of the source in use, for people. */
  sourceName(): string
  quiet(): QuietReason | null
  isWatching(): boolean
  onOpen(target: OpenTarget, activationToken: string | null): void
  markAsRead(rowIds: readonly number[]): void
  /** What became of a toast, whichever; for a test notification. */
  onOutcome(toastId: string, reason: Wording | null): void
  /** Told of rows whose toast was not shown, where there are any. */
  onNotShown(notShown: readonly NotShown[]): void
  onUnanswered(toastId: string, rowIds: readonly number[]): void
  onDismissed(rowId: number): void
  onProblem(problem: Wording | null): void
  onSystemDoNotDisturb(isOn: boolean): void
  /** What a host's toaster threw: a toast that cannot be shown is no reason to stop. */
  onFault(fault: unknown): void
}

/** Beyond this the snoozed come back as a digest, not as a storm. */
const returnedAlone = 3

export function createToasts(deps: ToastsDeps): Toasts {
  const { clock, settings, i18n } = deps
  const live = createLiveToasts({ clock, onUnanswered: deps.onUnanswered })
  const parts = {
    ...{ clock, settings, i18n, sourceName: deps.sourceName },
    show: (toast: Toast, newRowIds: readonly number[]) => hand('show', toast, newRowIds),
    update: (toast: Toast, newRowIds: readonly number[]) => hand('update', toast, newRowIds),
    withdraw: (toastId: string) => withdraw([toastId]),
  }
  const burstDigest = createDigest({ ...parts, toastId: 'digest' })
  const lateDigest = createDigest({ ...parts, toastId: 'late' })
  const missedDigest = createDigest({ ...parts, toastId: 'missed' })
  const snoozedDigest = createDigest({ ...parts, toastId: 'snoozed' })
  const digests = new Map([
    ['digest', burstDigest],
    ['late', lateDigest],
    ['missed', missedDigest],
    ['snoozed', snoozedDigest],
  ])
  let burst = noBurst
  let decidedBurst = burst

  const listener: ToasterListener = {
    ...{ outcome, activated },
    dismissed(toastId) {
      live.gone(toastId)
      digests.get(toastId)?.forget()
      const rowId = rowIdOf(toastId)
      if (rowId !== null) deps.onDismissed(rowId)
    },
    problem: deps.onProblem,
    systemDoNotDisturb: deps.onSystemDoNotDisturb,
  }
  const toaster: Toaster = deps.createToaster(listener, i18n)

  function hand(how: 'show' | 'update', toast: Toast, noteIds: readonly number[]): void {
    live.handedOver(toast, noteIds)
    try {
      toaster[how](toast)
    } catch (fault) {
      deps.onFault(fault)
      outcome(toast.toastId, describeFault(fault))
    }
  }

  function withdraw(toastIds: readonly string[]): void {
    if (toastIds.length === 0) return
    for (const toastId of toastIds) live.gone(toastId)
    try {
      toaster.withdraw(toastIds)
    } catch (fault) {
      deps.onFault(fault)
    }
  }

  function outcome(toastId: string, reason: Wording | null): void {
    const noteIds = live.answered(toastId, reason === null)
    if (reason !== null) digests.get(toastId)?.lost()
    if (reason !== null && noteIds.length > 0) {
      const said = say(i18n(), reason)
      deps.onNotShown(noteIds.map((rowId) => ({ rowId, reason: said })))
    }
    deps.onOutcome(toastId, reason)
  }

  function activated(toastId: string, action: ToastAction, activationToken: string | null): void {
    const ownRow = rowIdOf(toastId)
    const rowIds = live.rowIds(toastId) ?? (ownRow === null ? [] : [ownRow])
    digests.get(toastId)?.forget()
    // Some desktops leave it on the screen, with buttons that have done their work.
    withdraw([toastId])
    // Of a digest of an earlier run nobody knows any more what it counted.
    if (action === 'open' || rowIds.length === 0) deps.onOpen(targetOf(ownRow), activationToken)
    else deps.markAsRead(rowIds)
  }

  function showAlone(row: NotificationRow): void {
    const isSilent = toastLevel(row.type, settings()) !== 'sound'
    hand('show', toToast(i18n(), row, deps.sourceName(), isSilent), [row.rowId])
  }

  function take(isGone: (rowId: number) => boolean): void {
    withdraw(live.ofRows(isGone))
    for (const digest of digests.values()) digest.take(isGone)
  }

  return {
    decide(candidates) {
      const moment = {
        ...{ settings: settings(), quiet: deps.quiet(), isWatching: deps.isWatching() },
        ...{ burst, now: clock.monotonicNow() },
      }
      const decided = decideToasts(candidates, moment)
      decidedBurst = decided.burst
      return decided.fates
    },
    arrived(rows, fates) {
      burst = decidedBurst
      const having = (...wanted: readonly ToastFate[]): NotificationRow[] =>
        rows.filter((_row, place) => wanted.includes(fates[place] ?? toastFates.unknown))
      for (const row of having(toastFates.shown, toastFates.brokeThrough)) showAlone(row)
      burstDigest.add(having(toastFates.digest), 'new')
      lateDigest.add(having(toastFates.late), 'late')
    },
    read(rowIds) {
      const gone = new Set(rowIds)
      take((rowId) => gone.has(rowId))
    },
    allRead: (upToRowId) => take((rowId) => rowId <= upToRowId),
    summarise(rows, lead) {
      const { toasts, mutes } = settings()
      // Switched off, or muted, while they were held back.
      const isWanted = (row: NotificationRow): boolean =>
        toasts && toastLevel(row.type, settings()) !== 'off' && !isMuted(row, mutes)
      // One summary is of one time: what an earlier one told of is in the list.
      missedDigest.forget()
      missedDigest.add(rows.filter(isWanted), lead)
    },
    returned(rows) {
      if (rows.length <= returnedAlone) for (const row of rows) showAlone(row)
      else snoozedDigest.add(rows, 'snoozed')
    },
    ...{ outcome, activated },
    [Symbol.dispose]() {
      for (const digest of digests.values()) digest[Symbol.dispose]()
      live[Symbol.dispose]()
      toaster[Symbol.dispose]()
    },
  }
}

const targetOf = (rowId: number | null): OpenTarget =>
  rowId === null ? { kind: 'search', query: 'is:unread' } : { kind: 'notification', rowId }
