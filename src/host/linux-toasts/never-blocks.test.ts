/**
 * No call waits on the main loop, whatever is missing: the fault of Electron's own toasts that this toaster is there for
 * (electron/electron#48753, #54210).
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../clock/system-clock.ts'
import { startFakeNotifications } from '../../testing/dbus/fake-notifications.ts'
import { listen, notificationsName, testBus, toastOf, until } from './toaster-under-test.ts'

const longestMs = 50
const attempts = 6

/**
 * How long the event loop stood still at most, in the best of a few attempts: a busy machine delays one or the other,
 * a client that waits delays them all.
 */
async function longestStandstillMs(act: () => void): Promise<number> {
  let leastMs = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < attempts && leastMs >= longestMs; attempt++) {
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    // Not reset afterwards: what comes next would not be measured, since a delay is told from one tick to the next.
    await until(() => delays.count >= 5)
    act()
    await until(() => delays.count >= 25)
    delays.disable()
    leastMs = Math.min(leastMs, delays.max / 1e6)
  }
  return leastMs
}

type Situation = { readonly name: string; readonly address: () => Promise<string | null> }

const situations: readonly Situation[] = [
  { name: 'no bus', address: async () => null },
  { name: 'a bus that is not there', address: async () => 'unix:path=/nowhere/at/all' },
  {
    name: 'a bus that does not answer',
    address: async () => {
      const bus = await testBus()
      bus.fallSilent()
      return bus.address
    },
  },
  { name: 'no daemon', address: async () => (await testBus()).address },
  {
    name: 'a daemon that never starts',
    address: async () => {
      const bus = await testBus()
      bus.router.setActivatable(notificationsName, () => {})
      return bus.address
    },
  },
  {
    name: 'a daemon that hangs',
    address: async () => {
      const bus = await testBus()
      startFakeNotifications(bus.router).hang(true)
      return bus.address
    },
  },
]

describe('the event loop', () => {
  it('is seen to stand still when it does', async () => {
    const wait = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, longestMs + 10)
    expect(await longestStandstillMs(wait)).toBeGreaterThan(longestMs)
  })

  it.each(situations)('never stands still for 50 ms with $name', async ({ address }) => {
    const busAddress = await address()
    const longest = await longestStandstillMs(() => {
      const { toaster } = listen(busAddress, systemClock)
      for (let shown = 1; shown <= 20; shown++) toaster.show(toastOf(`n-${shown}`))
      toaster.update(toastOf('n-1'))
      toaster.withdraw(['n-1', 'n-2'])
    })
    expect(longest).toBeLessThan(longestMs)
  })

  it('does not stand still either when a daemon hangs that had answered before', async () => {
    const bus = await testBus()
    const daemon = startFakeNotifications(bus.router)
    const { toaster, outcome } = listen(bus.address, systemClock)
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    daemon.hang(true)
    const longest = await longestStandstillMs(() => {
      for (let shown = 1; shown <= 20; shown++) toaster.show(toastOf(`n-${shown}`))
      toaster.withdraw(['n-1'])
    })
    expect(longest).toBeLessThan(longestMs)
    expect(daemon.notified.length).toBeGreaterThan(1)
  })
})
