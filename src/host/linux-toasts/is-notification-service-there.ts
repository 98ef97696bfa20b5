/** Whether toasts of the desktop are to be had, for a host that has another way to show them. Starts nothing. */
import type { Clock } from '../../clock/clock.ts'
import { type BusConnection, connectToBus } from './bus-connection.ts'
import { listActivatableNames, nameHasOwner, notificationsName } from './bus-methods.ts'
import { usableBusAddresses } from './session-bus.ts'

export const answerWithinMs = 2_000

/** @returns within two seconds: whether the notification service runs, or is started when it is needed */
export function isNotificationServiceThere(busAddress: string | null, clock: Clock): Promise<boolean> {
  const addresses = busAddress === null ? [] : usableBusAddresses(busAddress)
  return new Promise((resolve) => {
    const limit = clock.setTimer(answerWithinMs, () => finish(false))
    let current: Disposable | null = null

    function finish(isThere: boolean): void {
      limit[Symbol.dispose]()
      current?.[Symbol.dispose]()
      resolve(isThere)
    }

    function connect(index: number): void {
      const address = addresses[index]
      if (address === undefined) {
        finish(false)
        return
      }
      const onLost = (): void => connect(index + 1)
      current = connectToBus({
        clock,
        address,
        onConnected: (bus) => ask(bus, finish),
        onSignal() {},
        onLost,
      })
    }

    connect(0)
  })
}

function ask(bus: BusConnection, finish: (isThere: boolean) => void): void {
  bus.call(nameHasOwner(notificationsName), answerWithinMs, (owned) => {
    if (owned.isOk && owned.body[0] === true) {
      finish(true)
      return
    }
    bus.call(listActivatableNames(), answerWithinMs, (activatable) => {
      const names = activatable.isOk ? activatable.body[0] : undefined
      finish(Array.isArray(names) && names.includes(notificationsName))
    })
  })
}
