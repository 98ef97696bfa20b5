/** A Linux desktop's notification service, as a test sees and uses it: the app speaks to it over a real D-Bus socket. */
import {
  type FakeNotifications,
  type NotifyCall,
  startFakeNotifications,
} from '../../src/testing/dbus/fake-notifications.ts'
import { startTestBus } from '../../src/testing/dbus/test-bus.ts'
import type { HostToast } from './host.ts'

export type ToastDesk = {
  /** For the app under test. */
  readonly environment: Readonly<Record<string, string>>
  readonly service: FakeNotifications
  /** As `RunningApp.toasts`: what replaces another one stands in its place. */
  toasts(): readonly HostToast[]
  /** Presses a button of the newest toast with that title; `default` is the toast itself. */
  press(title: string, button: string): void
  stop(): Promise<void>
}

export const defaultAction = 'default'

/** For an app that is to find no notification service, whatever this machine has. */
export const noBus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } as const

export async function startToastDesk(): Promise<ToastDesk> {
  const bus = await startTestBus()
  const service = startFakeNotifications(bus.router, { capabilities: ['actions', 'body', 'body-markup'] })

  /** The newest of each id, in the order in which they first came. */
  function latest(): readonly NotifyCall[] {
    const byId = new Map<number, NotifyCall>()
    for (const call of service.notified) byId.set(call.id, call)
    return [...byId.values()]
  }
  const isShown = ({ id }: NotifyCall): boolean => service.shown.some((shown) => shown.id === id)

  return {
    environment: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    service,
    toasts: () =>
      latest().map((call) => ({
        ...{ title: call.summary, body: unescaped(call.body), isGone: !isShown(call) },
        buttons: buttonsOf(call).map(({ label }) => label),
      })),
    press(title, button) {
      const call = latest().findLast(({ summary }) => summary === title)
      if (call === undefined) throw new Error(`No toast says "${title}".`)
      const pressed = buttonsOf(call).find(({ label }) => label === button)
      const key = button === defaultAction ? defaultAction : pressed?.key
      if (key === undefined) throw new Error(`"${title}" has no button "${button}".`)
      service.invoke(call.id, key)
    },
    async stop() {
      await bus[Symbol.asyncDispose]()
    },
  }
}

function buttonsOf({ actions }: NotifyCall): readonly { readonly key: string; readonly label: string }[] {
  return actions.flatMap((key, place) => {
    const label = actions[place + 1]
    return place % 2 === 0 && label !== undefined && key !== defaultAction ? [{ key, label }] : []
  })
}

/** The service takes markup: what is text is escaped. */
const unescaped = (body: string): string =>
  body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
