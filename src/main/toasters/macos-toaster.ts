/** Toasts on macOS, by Electron's `Notification`. */
import type { NotificationConstructorOptions, Notification as Notifications } from 'electron'
import type { Clock } from '../../clock/clock.ts'
import { type Toast, toastActions } from '../../contract/toast.ts'
import type { Toaster, ToasterListener } from '../../engine/toasts/toaster.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { worded } from '../../i18n/wording.ts'
import type { LiveNotification } from './held-notifications.ts'
import { createLiveNotifications, type ShowFailure } from './live-notifications.ts'
import { readLaunch } from './macos-launch.ts'

export type MacosToasterDeps = {
  readonly Notification: Pick<typeof Notifications, 'getHistory' | 'isSupported' | 'remove'> &
    (new (
      options?: NotificationConstructorOptions,
    ) => LiveNotification)
  readonly listener: ToasterListener
  readonly clock: Clock
  i18n(): I18n
  /** What Electron's `app` gave with `ready`: a click on a toast may have started Tocsin. */
  readonly launchInfo: unknown
}

export const notAllowed = worded('native-toasts.macos')

export function createMacosToaster(deps: MacosToasterDeps): Toaster {
  const { Notification, listener, clock } = deps
  const live = createLiveNotifications({
    ...{ clock, listener, explain, doubtMs: 0 },
    // It is told when the user clears it: what merely leaves the screen stays in Notification Center, silently.
    isDismissal: () => true,
    // Electron looks for what was clicked by its id, and would find the old one, which nobody listens to any more.
    closesReplaced: true,
  })

  // Asked at once: with it Electron asks the user for the permission, and hears clicks from now on.
  if (!Notification.isSupported()) live.problem(notAllowed)
  const launch = readLaunch(deps.launchInfo)
  if (launch !== null) live.later(() => live.activated(launch.toastId, launch.action))
  void adoptEarlier()

  /** What an earlier run has shown. macOS keeps no list of its buttons: they are in the contract's order. */
  async function adoptEarlier(): Promise<void> {
    try {
      const earlier = await Notification.getHistory()
      live.later(() => {
        for (const notification of earlier) live.adopt(notification, notification.id, toastActions)
      })
    } catch {
      // Then clicks on those go nowhere, as they would have without asking.
    }
  }

  function show({ toastId, source, title, body, isSilent, actions }: Toast): void {
    live.show({
      ...{ toastId, actions },
      // No icon: macOS shows the program's own, and another only as a picture beside the text.
      make: () =>
        new Notification({
          // Notification Center groups by it.
          ...{ id: toastId, groupId: source, title, body, silent: isSilent },
          actions: actions.map((action) => ({
            type: 'button',
            text: deps.i18n().t(`toasts.action.${action}`),
          })),
        }),
    })
  }

  return {
    show,
    update: (toast) => show({ ...toast, isSilent: toast.isSilent || live.has(toast.toastId) }),
    withdraw(toastIds) {
      for (const toastId of toastIds) live.withdraw(toastId)
      // To close an adopted one only lets go of it, and those that are not held cannot be closed.
      Notification.remove([...toastIds])
    },
    [Symbol.dispose]: () => live[Symbol.dispose](),
  }
}

/** The words come in the language of the system: they cannot be told apart, and every cause there is holds for all. */
function explain(error: string): ShowFailure {
  const reason = worded('native-toasts.macos.says', { problem: notAllowed, error: error.trim() })
  return { reason, isForAll: true }
}
