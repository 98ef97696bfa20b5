/** All that has to do with toasts, wired together: what is shown and when, do not disturb, snoozing, the test. */

import type { Clock } from '../clock/clock.ts'
import type { CommandHandlers } from '../contract/commands.ts'
import type { SettingName, Settings } from '../contract/settings-table.ts'
import { type ToastsView, toastRowLimit } from '../contract/toast.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { isSameWording, say, type Wording, worded } from '../i18n/wording.ts'
import type { LogActivity } from './activity/activity-log.ts'
import type { Storage } from './create-storage.ts'
import { describeFault } from './describe-fault.ts'
import type { EngineDeps, OpenTarget } from './engine.ts'
import type { NewNotification, StoredBatch } from './history/arrival.ts'
import type { StateFeed } from './state/state-feed.ts'
import type { DigestLead } from './toasts/digest-toast.ts'
import { createDoNotDisturb, type DoNotDisturb } from './toasts/do-not-disturb.ts'
import { machineTimeZone } from './toasts/machine-time-zone.ts'
import { createSnoozes, type Snoozes } from './toasts/snoozes.ts'
import { createTestNotification } from './toasts/test-notification.ts'
import { type ToastFate, toastFates } from './toasts/toast-fate.ts'
import { lateAfterMs } from './toasts/toast-policy.ts'
import { createToasts, type Toasts } from './toasts/toasts.ts'
import { WordedRefusal } from './worded-error.ts'

export type ToastWorkDeps = Pick<EngineDeps, 'createToaster' | 'hostActions'> & {
  readonly clock: Clock
  readonly storage: Storage
  readonly feed: Pick<StateFeed, 'publish'>
  readonly log: LogActivity
  settings(): Settings
  i18n(): I18n
  /** Of the source in use, for people. */
  sourceName(): Wording
  /** How late a notification came, in milliseconds; null where it cannot be told. */
  estimateDelay(timestamp: string | null, receivedAt: number): number | null
  /** Takes a frame as if the server had sent it. */
  take(frame: string): void
  markAsRead(rowIds: readonly number[]): void
  /** Carries out what may fail on a full disk. */
  guard(note: () => void): void
}

type ToastCommands = Pick<
  CommandHandlers,
  | 'noteToastOutcome'
  | 'noteToastActivated'
  | 'noteWatching'
  | 'sendTestNotification'
  | 'setDoNotDisturb'
  | 'snooze'
  | 'endSnooze'
  | 'quit'
>

/** What the history's changes mean for what is on the screen. */
export type OnScreen = Pick<Toasts, 'arrived' | 'read' | 'allRead'> & {
  /** They may come back, and be snoozed still. */
  deleted(rowIds: readonly number[]): void
}

export type ToastWork = {
  decide(arrived: readonly NewNotification[]): readonly ToastFate[]
  /** Before anything is shown of it. */
  stored(batch: StoredBatch): void
  readonly toasts: OnScreen
  readonly doNotDisturb: Pick<DoNotDisturb, 'view'>
  readonly snoozes: Pick<Snoozes, 'list'>
  readonly view: ToastsView
  readonly commands: ToastCommands
  settingsChanged(names: readonly SettingName[]): void
  setLocked(isLocked: boolean): void
  stopWatching(): void
  /** Time has passed, more of it perhaps than the timers know. */
  look(): void
  /** Tells of what came due while Tocsin did not run. */
  start(): void
  [Symbol.dispose](): void
}

export function createToastWork(deps: ToastWorkDeps): ToastWork {
  const { clock, storage, feed, log, settings, i18n, hostActions, guard } = deps
  const { history, storyBook } = storage
  let problem: Wording | null = null
  let isWatching = false
  let isLocked = false

  const doNotDisturb = createDoNotDisturb({
    ...{ clock, timeZone: machineTimeZone, database: storage.database, newestRowId: history.newestRowId },
    quietHours: () => settings().quietHours,
    onChanged(now) {
      feed.publish({ kind: 'do-not-disturb-changed', doNotDisturb: now })
    },
    onEnded(fromRowId) {
      guard(() => summarise(fromRowId))
      // After it: what is snoozed still is no part of a summary.
      snoozes.look()
    },
  })
  const snoozes = createSnoozes({
    ...{
      clock,
      timeZone: machineTimeZone,
      database: storage.database,
      isHeld: () => doNotDisturb.view !== null,
    },
    onDue: (rowIds) => guard(() => comeBack(rowIds)),
    onChanged: (list) => feed.publish({ kind: 'snoozes-changed', snoozes: [...list] }),
  })
  const test = createTestNotification({
    ...{ clock, i18n, take: deps.take },
    storage: () => storage.ingest.storage,
  })
  const toasts = createToasts({
    ...{
      clock,
      settings,
      i18n,
      sourceName: () => say(i18n(), deps.sourceName()),
      createToaster: deps.createToaster,
      markAsRead: deps.markAsRead,
    },
    quiet: () => doNotDisturb.view?.reason ?? null,
    isWatching: () => isWatching && !isLocked,
    onOpen: open,
    onOutcome: test.outcome,
    onNotShown: (notShown) => guard(() => storyBook.noteNotShown(notShown, clock.now())),
    onUnanswered(toastId, rowIds) {
      log('toast', 'warning', worded('engine-toasts.unanswered'), toastId)
      guard(() => storyBook.noteAll(rowIds, 'toast-unanswered', clock.now(), null))
    },
    onDismissed: (rowId) => guard(() => storyBook.note(rowId, 'toast-dismissed', clock.now(), null)),
    onProblem: setProblem,
    onSystemDoNotDisturb: (isOn) => guard(() => doNotDisturb.setSystem(isOn)),
    onFault: (fault) =>
      log('toast', 'error', worded('engine-toasts.failed', { cause: describeFault(fault) })),
  })

  const view = (): ToastsView => ({ problem: problem === null ? null : say(i18n(), problem) })

  function setProblem(next: Wording | null): void {
    if (isSameWording(next, problem)) return
    problem = next
    if (problem === null) log('toast', 'info', worded('engine-toasts.again'))
    else log('toast', 'warning', problem)
    feed.publish({ kind: 'toasts-changed', toasts: view() })
  }

  function open(target: OpenTarget, activationToken: string | null): void {
    if (target.kind === 'notification') guard(() => storyBook.noteOpened(target.rowId, clock.now()))
    hostActions.open(target, activationToken)
  }

  function summarise(fromRowId: number): void {
    const heldBack = history.heldBack(fromRowId, toastRowLimit)
    const isSnoozed = new Set(snoozes.list.map(({ rowId }) => rowId))
    const rows = heldBack.filter(({ rowId }) => !isSnoozed.has(rowId)).toReversed()
    // By the newest's own record: that outlives a restart.
    const fate = history.toastFate(rows.at(-1)?.rowId ?? 0)
    const time = fate === toastFates.quietHours ? 'quiet-hours' : 'do-not-disturb'
    const lead: DigestLead = heldBack.length < toastRowLimit ? time : `${time}.more`
    toasts.summarise(rows, lead)
  }

  function comeBack(rowIds: readonly number[]): void {
    const rows = rowIds.map((rowId) => history.get(rowId)).filter((row) => row !== null)
    const ids = rows.map(({ rowId }) => rowId)
    toasts.returned(rows)
    // Last: where the disk refuses it, they are back all the same.
    storyBook.noteAll(ids, 'snooze-ended', clock.now(), null)
  }

  return {
    decide: (arrived) =>
      toasts.decide(
        arrived.map(({ notification, receivedAt }) => ({
          notification,
          isLate: isLate(notification.timestamp, receivedAt),
        })),
      ),
    stored: ({ rows, fates }) => test.stored(rows, fates),
    toasts: {
      arrived: toasts.arrived,
      read(rowIds) {
        toasts.read(rowIds)
        guard(() => snoozes.forget(rowIds))
      },
      deleted: toasts.read,
      allRead(upToRowId) {
        toasts.allRead(upToRowId)
        guard(() => snoozes.forgetUpTo(upToRowId))
      },
    },
    doNotDisturb,
    snoozes,
    get view() {
      return view()
    },
    commands: {
      noteToastOutcome({ toastId, reason }) {
        toasts.outcome(toastId, reason)
        return {}
      },
      noteToastActivated({ toastId, action }) {
        toasts.activated(toastId, action, null)
        return {}
      },
      noteWatching(input) {
        isWatching = input.isWatching
        return {}
      },
      sendTestNotification: test.send,
      setDoNotDisturb({ choice }) {
        doNotDisturb.choose(choice)
        return {}
      },
      snooze({ rowIds, choice }) {
        snoozes.snooze(rowIds, choice)
        toasts.read(rowIds)
        guard(() => storyBook.noteAll(rowIds, 'snoozed', clock.now(), choice))
        return {}
      },
      endSnooze({ rowIds }) {
        snoozes.end(rowIds)
        return {}
      },
      quit() {
        if (hostActions.quit === null) {
          throw new WordedRefusal('unavailable', worded('engine-toasts.no-quit'))
        }
        hostActions.quit()
        return {}
      },
    },
    settingsChanged(names) {
      if (names.includes('quietHours')) guard(doNotDisturb.quietHoursChanged)
      if (names.includes('language')) feed.publish({ kind: 'toasts-changed', toasts: view() })
    },
    setLocked(next) {
      isLocked = next
    },
    stopWatching() {
      isWatching = false
    },
    look() {
      guard(doNotDisturb.look)
      guard(snoozes.look)
    },
    start() {
      guard(doNotDisturb.start)
      guard(snoozes.start)
    },
    [Symbol.dispose]() {
      for (const part of [doNotDisturb, snoozes, test, toasts]) part[Symbol.dispose]()
    },
  }

  function isLate(timestamp: string | null, receivedAt: number): boolean {
    if (clock.now() - receivedAt > lateAfterMs) return true
    const delayMs = deps.estimateDelay(timestamp, receivedAt)
    return delayMs !== null && delayMs > lateAfterMs
  }
}
