/** Toasts on Windows, by Electron's `Notification`. */
import { join } from 'node:path'
import type { NotificationConstructorOptions, Notification as Notifications } from 'electron'
import type { Clock } from '../../clock/clock.ts'
import type { Toast } from '../../contract/toast.ts'
import type { Toaster, ToasterListener } from '../../engine/toasts/toaster.ts'
import { outsideArchive } from '../../host/outside-archive.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import type { LiveNotification } from './held-notifications.ts'
import { createLiveNotifications } from './live-notifications.ts'
import { toToastXml } from './toast-xml.ts'
import { readActivation } from './windows-activation.ts'
import { explainWindowsFailure, noWindowsService } from './windows-failures.ts'

export type WindowsToasterDeps = {
  readonly Notification: Pick<typeof Notifications, 'handleActivation' | 'isSupported'> &
    (new (
      options?: NotificationConstructorOptions,
    ) => LiveNotification)
  readonly listener: ToasterListener
  readonly clock: Clock
  i18n(): I18n
  /** Tocsin's `resources` folder, with `types/info.png` and the like. */
  readonly resources: string
}

/** Windows names a toast by its tag in its group. Withdrawing needs the group that it was shown with. */
const groupId = 'tocsin'

/** `show` is told once Windows has taken it; that notifications are switched off comes after, by an event of its own. */
const doubtMs = 1_000

/** The App User Model ID and the activator's class id must be set before. */
export function createWindowsToaster(deps: WindowsToasterDeps): Toaster {
  const { Notification, listener, clock, resources } = deps
  const live = createLiveNotifications({
    ...{ clock, listener, doubtMs, explain: explainWindowsFailure },
    // `timedOut` is a toast that went to the Action Center, `applicationHidden` one that we have closed.
    isDismissal: (reason) => reason === 'userCanceled',
    // The tag does it, in place.
    closesReplaced: false,
  })

  // Asked at once: only with it does Electron register the activator, which a click that started Tocsin waits for.
  if (!Notification.isSupported()) live.problem(noWindowsService)
  // Called back at once, too, with the click that started Tocsin; later, with every click and beside the events.
  Notification.handleActivation((details) => {
    const activation = readActivation(details)
    if (activation !== null) live.later(() => live.activated(activation.toastId, activation.action))
  })

  function show(toast: Toast): void {
    const { toastId, type, actions } = toast
    // Without the service a notification is made and shown, and nothing is ever heard of it.
    if (!Notification.isSupported()) {
      live.refuse(toastId, { reason: noWindowsService, isForAll: true })
      return
    }
    live.show({
      ...{ toastId, actions },
      make: () =>
        new Notification({
          ...{ id: toastId, groupId, urgency: type === 'error' ? 'critical' : 'normal' },
          // Windows reads the picture itself.
          toastXml: toToastXml(deps.i18n(), toast, outsideArchive(join(resources, 'types', `${type}.png`))),
        }),
    })
  }

  return {
    show,
    update: (toast) => show({ ...toast, isSilent: toast.isSilent || live.has(toast.toastId) }),
    // Those of an earlier run cannot be: Electron removes by id on macOS alone (docs/api/notification.md).
    withdraw(toastIds) {
      for (const toastId of toastIds) live.withdraw(toastId)
    },
    [Symbol.dispose]: () => live[Symbol.dispose](),
  }
}
