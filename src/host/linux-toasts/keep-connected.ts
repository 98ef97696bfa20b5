/** A connection to the session bus that comes back: at first after a second, at last once a minute. */
import type { Clock } from '../../clock/clock.ts'
import { type BusConnection, type BusSignal, connectToBus } from './bus-connection.ts'
import { usableBusAddresses } from './session-bus.ts'

export type KeepConnectedDeps = {
  readonly clock: Clock
  /** As in DBUS_SESSION_BUS_ADDRESS; null where there is no bus. */
  readonly busAddress: string | null
  onConnected(bus: BusConnection): void
  onSignal(signal: BusSignal): void
  /** What is wrong, a sentence for people: at each loss, and at each try that failed. Never before this returns. */
  onLost(reason: string): void
}

export const reconnectLimits = { firstMs: 1_000, longestMs: 60_000 } as const

const noBus =
  'this session has no D-Bus message bus. Start Tocsin from a desktop session, or set DBUS_SESSION_BUS_ADDRESS.'
const noUsableAddress = (address: string): string =>
  `DBUS_SESSION_BUS_ADDRESS names no Unix socket (“${address}”). Correct it, or start Tocsin without it.`

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
        onLost(`the D-Bus message bus cannot be reached. Tocsin keeps trying. (${reason})`)
      },
    })
  }

  function waitAndConnect(): void {
    timer = clock.setTimer(delayMs, () => connect(0))
    delayMs = Math.min(delayMs * 2, reconnectLimits.longestMs)
  }

  if (addresses.length > 0) connect(0)
  else {
    const reason = busAddress === null ? noBus : noUsableAddress(busAddress)
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
