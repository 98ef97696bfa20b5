/** A connection to the session bus that comes back: at first after a second, at last once a minute. */
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { type BusConnection, type BusSignal, connectToBus } from './bus-connection.ts'
import { usableBusAddresses } from './session-bus.ts'

export type KeepConnectedDeps = {
  readonly clock: Clock
  /** As in DBUS_SESSION_BUS_ADDRESS; null where there is no bus. */
  readonly busAddress: string | null
  onConnected(bus: BusConnection): void
  onSignal(signal: BusSignal): void
  /** What is wrong: at each loss, and at each try that failed. Never before this returns. */
  onLost(reason: Wording): void
}

const reconnectLimits = { firstMs: 1_000, longestMs: 60_000 } as const

export function keepConnected(deps: KeepConnectedDeps): Disposable {
  const { clock, busAddress, onConnected, onSignal, onLost } = deps
  const addresses = busAddress === null ? [] : usableBusAddresses(busAddress)
  let current: Disposable | null = null
  let timer: Disposable | null = null
  let isDisposed = false
  let delayMs: number = reconnectLimits.firstMs

  /** The addresses of a list are tried in turn, and the wait comes after the last. */
  function connect(index: number): void {
    const address = addresses[index]
    if (address === undefined || isDisposed) return
    current = connectToBus({
      clock,
      address,
      onConnected(bus) {
        delayMs = reconnectLimits.firstMs
        onConnected(bus)
      },
      onSignal,
      onLost(reason) {
        if (index + 1 < addresses.length) connect(index + 1)
        else waitAndConnect()
        onLost(worded('linux-toasts.bus-unreachable', { reason }))
      },
    })
  }

  function waitAndConnect(): void {
    timer = clock.setTimer(delayMs, () => connect(0))
    delayMs = Math.min(delayMs * 2, reconnectLimits.longestMs)
  }

  if (addresses.length > 0) connect(0)
  else {
    const reason =
      busAddress === null
        ? worded('linux-toasts.no-bus')
        : worded('linux-toasts.no-socket', { address: busAddress })
    queueMicrotask(() => !isDisposed && onLost(reason))
  }

  return {
    [Symbol.dispose]() {
      isDisposed = true
      current?.[Symbol.dispose]()
      timer?.[Symbol.dispose]()
    },
  }
}
