/**
 * What the system does with notifications in the stand-in: shows, replaces and lists them, and tells Electron of clicks.
 * References are to electron/electron at 96f3996 (45 as it was branched), `win/` and `mac/` of shell/browser/notifications.
 */
import type { ActivationArguments } from 'electron'
import type { PlatformName } from '../../../src/host/platform-name.ts'
import type { ToastLook } from '../messages.ts'
import type { Desk } from './desk.ts'
import { createEvent } from './event-source.ts'

/** Electron's object for one that is shown, as the system reaches it. */
export type Target = { emit(event: string, ...args: readonly unknown[]): void }

export type Presented = {
  readonly look: Omit<ToastLook, 'toastId'>
  /** What a click hands over, and each button, on Windows. */
  readonly launch: string
  readonly buttonArgs: readonly string[]
}

type OnScreen = Presented & {
  readonly toastId: number
  /** Weakly: Electron keeps no notification alive that the app has let go of (docs/api/notification.md). */
  readonly shownBy: WeakRef<Target>
}

export type NotificationCenter = {
  /** @returns its number on the screen */
  present(presented: Presented, target: Target): number
  /** By the app. @returns whether it was on the screen, and not in the Action Center or gone */
  remove(toastId: number): boolean
  /** From now on Electron looks for it under this id (`presenter()->notifications()`). */
  register(id: string, target: Target): void
  unregister(target: Target): void
  listed(): readonly OnScreen[]
  onActivation(callback: (details: ActivationArguments) => void): void
  click(toastId: number): void
  press(toastId: number, label: string): void
  putAway(toastId: number, how: 'by-user' | 'by-time'): void
  /** As after a crash: what is on the screen stays, and nobody is left whom it could tell. */
  loseRun(): void
}

export function createNotificationCenter(desk: Desk, platform: PlatformName): NotificationCenter {
  const onScreen = new Map<number, OnScreen>()
  const listedOnly = new Set<number>()
  /** In the order of their making: the first of an id is the one that is found. */
  const registered = new Map<WeakRef<Target>, string>()
  let activated: ((details: ActivationArguments) => void) | null = null
  let waiting: ActivationArguments | null = null

  function take(toastId: number): void {
    if (!onScreen.delete(toastId)) return
    listedOnly.delete(toastId)
    desk.report({ is: 'toast-closed', toastId })
  }

  function find(toastId: number): OnScreen {
    const found = onScreen.get(toastId)
    if (found === undefined) throw new Error('That toast is not on the screen.')
    // At the worst moment, so that a click which only works by luck does not work here.
    globalThis.gc?.()
    return found
  }

  const firstOf = (id: string): Target | undefined =>
    [...registered].find(([, name]) => name === id)?.[0].deref()

  /** Kept for a callback that comes later: one, the newest (win/windows_toast_activator.cc, `handle_callback`). */
  function tell(details: ActivationArguments): void {
    if (activated === null) waiting = details
    else activated(details)
  }

  /** On macOS by the id of what was clicked (mac/notification_presenter_mac.mm, `GetNotification`). */
  const targetOf = (toast: OnScreen): Target | undefined =>
    platform === 'darwin' ? firstOf(toast.look.id) : toast.shownBy.deref()

  return {
    present(presented, target) {
      // Windows: the same tag in the same group; macOS: the same identifier (docs/api/notification.md, `id`, `groupId`).
      const { id, groupId } = presented.look
      for (const { toastId, look } of onScreen.values()) {
        if (look.id === id && (platform === 'darwin' || look.groupId === groupId)) take(toastId)
      }
      const toastId = desk.nextId()
      onScreen.set(toastId, { ...presented, toastId, shownBy: new WeakRef(target) })
      desk.report({ is: 'toast-shown', toast: { toastId, ...presented.look } })
      return toastId
    },
    remove(toastId) {
      const wasOnScreen = onScreen.has(toastId) && !listedOnly.has(toastId)
      take(toastId)
      return wasOnScreen
    },
    register: (id, target) => void registered.set(new WeakRef(target), id),
    unregister(target) {
      for (const each of registered.keys()) if (each.deref() === target) registered.delete(each)
    },
    listed: () => [...onScreen.values()],
    onActivation(callback) {
      activated = callback
      // At once, inside of the call (win/windows_toast_activator.cc, `SetActivationHandler`).
      if (waiting !== null) callback(waiting)
      waiting = null
    },
    click(toastId) {
      const toast = find(toastId)
      const target = targetOf(toast)
      take(toastId)
      // "The callback is invoked in addition to instance events" (docs/api/notification.md, `handleActivation`).
      if (platform === 'win32') tell({ type: 'click', arguments: toast.launch })
      target?.emit('click', createEvent({}))
    },
    press(toastId, label) {
      const toast = find(toastId)
      const actionIndex = toast.look.buttons.indexOf(label)
      if (actionIndex === -1) throw new Error(`That toast has no button "${label}".`)
      const target = platform === 'win32' ? firstOf(toast.look.id) : targetOf(toast)
      take(toastId)
      const args = toast.buttonArgs[actionIndex] ?? ''
      if (platform === 'win32') tell({ type: 'action', arguments: args, actionIndex })
      // shell/browser/api/electron_api_notification.cc, `NotificationAction`
      target?.emit('action', createEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1)
    },
    putAway(toastId, how) {
      const toast = find(toastId)
      const target = targetOf(toast)
      const isByUser = how === 'by-user'
      if (isByUser) take(toastId)
      else listedOnly.add(toastId)
      // win/windows_toast_notification.cc, `ToastEventHandler`: a toast that timed out is in the Action Center.
      if (platform === 'win32') {
        target?.emit('close', createEvent({ reason: isByUser ? 'userCanceled' : 'timedOut' }))
      } else if (isByUser) {
        // mac/notification_center_delegate.mm, `UNNotificationDismissActionIdentifier`; nothing is told of time.
        target?.emit('close', createEvent({}))
      }
    },
    loseRun() {
      registered.clear()
      activated = null
      const nobody: Target = { emit: () => {} }
      for (const [toastId, toast] of onScreen) {
        onScreen.set(toastId, { ...toast, shownBy: new WeakRef(nobody) })
      }
    },
  }
}
