/**
 * Electron's notifications that are on the screen or in the system's list, by toast id: held, withdrawn, and answered for.
 * What differs between Windows and macOS is told to it.
 */
import type { Clock } from '../../clock/clock.ts'
import type { ToastAction } from '../../contract/toast.ts'
import type { ToasterListener } from '../../engine/toasts/toaster.ts'
import { isSameWording, type Wording } from '../../i18n/wording.ts'
import { createClickFilter } from './click-filter.ts'
import { createHeldNotifications, type Held, type LiveNotification } from './held-notifications.ts'

export type ShowFailure = {
  /** Why it is not shown, and what to do about it. */
  readonly reason: Wording
  /** It holds for every toast, not for this one alone. */
  readonly isForAll: boolean
}

export type LiveNotificationsDeps = {
  readonly clock: Clock
  readonly listener: ToasterListener
  /** @param error as the event `failed` gives it */
  explain(error: string): ShowFailure
  /** @param reason as the event `close` gives it: on Windows alone */
  isDismissal(reason: string | undefined): boolean
  /** For so long after `show` a failure may still come, in milliseconds. */
  readonly doubtMs: number
  /** Whether a notification is to be closed by hand once another of its id takes its place. */
  readonly closesReplaced: boolean
}

export type NewNotification = {
  readonly toastId: string
  /** What its buttons mean, by their place. */
  readonly actions: readonly ToastAction[]
  /** May throw. */
  make(): LiveNotification
}

export type LiveNotifications = Disposable & {
  has(toastId: string): boolean
  show(notification: NewNotification): void
  /** Takes over one that an earlier run has shown. */
  adopt(notification: LiveNotification, toastId: string, actions: readonly ToastAction[]): void
  /** No notification can be made for it. */
  refuse(toastId: string, failure: ShowFailure): void
  /** Also where Electron tells it of no notification that is held. */
  activated(toastId: string, action: ToastAction): void
  withdraw(toastId: string): void
  problem(problem: Wording): void
  /** Does it once the caller is done, if the toaster is still wanted then. */
  later(work: () => void): void
}

const fresh = { owed: 0, isShown: false, isDismissed: false, isWithdrawn: false, doubt: null } as const

export function createLiveNotifications(deps: LiveNotificationsDeps): LiveNotifications {
  const { clock, listener } = deps
  const held = createHeldNotifications()
  const clicks = createClickFilter(clock)
  let currentProblem: Wording | null = null
  let isOver = false

  function later(work: () => void): void {
    queueMicrotask(() => {
      if (!isOver) work()
    })
  }

  function setProblem(problem: Wording | null): void {
    if (isSameWording(problem, currentProblem)) return
    currentProblem = problem
    listener.problem(problem)
  }

  function settle(entry: Held, reason: Wording | null): void {
    entry.doubt?.[Symbol.dispose]()
    entry.doubt = null
    if (entry.owed === 0) return
    for (; entry.owed > 0; entry.owed -= 1) listener.outcome(entry.toastId, reason)
    if (reason === null) setProblem(null)
  }

  function close(entry: Held): void {
    // What is closed before it was shown is shown all the same, and is deaf then (windows_toast_notification.cc).
    if (!entry.isShown) {
      entry.isWithdrawn = true
      return
    }
    // First, so that nothing its closing tells is taken for the user's.
    held.remove(entry)
    settle(entry, null)
    entry.notification.close()
  }

  function onShown(entry: Held): void {
    entry.isShown = true
    if (entry.isWithdrawn) close(entry)
    else if (deps.doubtMs === 0) settle(entry, null)
    else entry.doubt = clock.setTimer(deps.doubtMs, () => settle(entry, null))
  }

  function onFailed(entry: Held, error: string): void {
    if (!held.isCurrent(entry)) return
    held.remove(entry)
    const { reason, isForAll } = deps.explain(error)
    settle(entry, reason)
    if (isForAll) setProblem(reason)
  }

  function onClosed(entry: Held, reason: string | undefined): void {
    // It is no acknowledgement either way: the user has seen it, and not said that it is dealt with.
    if (!held.isCurrent(entry) || entry.isDismissed || !deps.isDismissal(reason)) return
    entry.isDismissed = true
    settle(entry, null)
    listener.dismissed(entry.toastId)
  }

  function activated(toastId: string, action: ToastAction): void {
    if (!clicks.isFirst(toastId)) return
    const entry = held.get(toastId)
    // Not every Windows takes a toast out of its list once it was clicked.
    if (entry !== undefined) close(entry)
    listener.activated(toastId, action, null)
  }

  function hold(entry: Held, actions: readonly ToastAction[]): Held {
    const { toastId, notification } = entry
    const ifWanted = (work: () => void): void => {
      if (!isOver) work()
    }
    notification.on('show', () => ifWanted(() => onShown(entry)))
    notification.on('failed', (_event, error) => ifWanted(() => onFailed(entry, error)))
    notification.on('close', (details) => ifWanted(() => onClosed(entry, details.reason)))
    notification.on('click', () => ifWanted(() => activated(toastId, 'open')))
    notification.on('action', ({ actionIndex }) => {
      const action = actions[actionIndex]
      if (action !== undefined) ifWanted(() => activated(toastId, action))
    })
    held.add(entry)
    return entry
  }

  /** Another has taken its place, and answers for it. */
  function letGo(old: Held): void {
    old.doubt?.[Symbol.dispose]()
    old.owed = 0
    old.isWithdrawn = false
    if (deps.closesReplaced) old.notification.close()
  }

  function refuse(toastId: string, { reason, isForAll }: ShowFailure): void {
    later(() => {
      listener.outcome(toastId, reason)
      if (isForAll) setProblem(reason)
    })
  }

  return {
    ...{ activated, later, refuse },
    has: (toastId) => held.get(toastId)?.isDismissed === false,
    show({ toastId, actions, make }) {
      let entry: Held | null = null
      try {
        const old = held.get(toastId)
        entry = hold({ ...fresh, toastId, notification: make(), owed: (old?.owed ?? 0) + 1 }, actions)
        if (old !== undefined) letGo(old)
        clicks.forget(toastId)
        entry.notification.show()
      } catch (fault) {
        const error = fault instanceof Error ? fault.message : String(fault)
        const failed = entry
        if (failed === null) refuse(toastId, deps.explain(error))
        else later(() => onFailed(failed, error))
      }
    },
    adopt(notification, toastId, actions) {
      // One of this run has its place already: the adopted one would only steal its clicks.
      if (held.get(toastId) !== undefined) notification.close()
      else hold({ ...fresh, toastId, notification, isShown: true }, actions)
    },
    withdraw(toastId) {
      const entry = held.get(toastId)
      if (entry !== undefined) close(entry)
    },
    problem: (problem) => later(() => setProblem(problem)),
    [Symbol.dispose]() {
      isOver = true
      held.clear()
    },
  }
}
