/** Strong references to Electron's notifications, by toast id: as many as a system lists, the newest. */
import type { Notification } from 'electron'

export type LiveNotification = Pick<Notification, 'close' | 'on' | 'show'>

export type Held = {
  readonly toastId: string
  readonly notification: LiveNotification
  /** Its outcomes that are still to be told: its own, and of those it replaced before they were answered. */
  owed: number
  isShown: boolean
  /** The user has put it away. Windows may keep it in its list even so. */
  isDismissed: boolean
  /** To be closed as soon as it can be. */
  isWithdrawn: boolean
  /** Runs while a failure may still come. */
  doubt: Disposable | null
}

export type HeldNotifications = {
  get(toastId: string): Held | undefined
  /** In the place of another of its id; the oldest is let go of where there are too many. */
  add(entry: Held): void
  isCurrent(entry: Held): boolean
  /** Nothing where another has taken its place. */
  remove(entry: Held): void
  clear(): void
}

/** A notification that nothing refers to is collected, and its clicks go nowhere (Electron's docs/api/notification.md). */
export const heldLimit = 100

export function createHeldNotifications(): HeldNotifications {
  /** The newest last. */
  const held = new Map<string, Held>()
  const isCurrent = (entry: Held): boolean => held.get(entry.toastId) === entry

  return {
    isCurrent,
    get: (toastId) => held.get(toastId),
    add(entry) {
      held.delete(entry.toastId)
      held.set(entry.toastId, entry)
      for (const oldest of held.keys()) {
        if (held.size <= heldLimit) break
        held.delete(oldest)
      }
    },
    remove(entry) {
      if (isCurrent(entry)) held.delete(entry.toastId)
    },
    clear() {
      for (const { doubt } of held.values()) doubt?.[Symbol.dispose]()
      held.clear()
    },
  }
}
