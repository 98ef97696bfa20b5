import { expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { BusRouter, Member } from '../../testing/dbus/bus-router.ts'
import { bodyOf, messageTypes } from '../../testing/dbus/wire-message.ts'
import { variant } from '../../testing/dbus/wire-values.ts'
import { watchTrayHost } from './status-notifier.ts'
import { testBus, until } from './toaster-under-test.ts'

const watcherName = 'org.kde.StatusNotifierWatcher'

/** A panel's watcher, whose host comes and goes. */
function startWatcher(router: BusRouter, hasHost: boolean) {
  let isRegistered = hasHost
  const watcher: Member = router.join((call) => {
    const { sender: destination = '', serial: replySerial } = call
    if (call.type !== messageTypes.call) return
    expect(bodyOf(call)).toEqual([watcherName, 'IsStatusNotifierHostRegistered'])
    const reply = { type: messageTypes.reply, destination, replySerial, signature: 'v' }
    router.send(watcher, { ...reply, values: [variant('b', isRegistered)] })
  })
  router.claim(watcher, watcherName)
  return {
    leave: () => router.leave(watcher),
    setHost(isThere: boolean) {
      isRegistered = isThere
      const member = isThere ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered'
      router.send(watcher, {
        type: messageTypes.signal,
        path: '/StatusNotifierWatcher',
        interface: watcherName,
        member,
      })
    },
  }
}

it('a tray is there while a watcher is, and somebody shows its icons', async () => {
  const clock = createManualClock()
  const bus = await testBus()
  const told: boolean[] = []
  const watch = watchTrayHost({
    clock,
    busAddress: bus.address,
    onChange: (hasTray) => void told.push(hasTray),
  })
  onTestFinished(() => watch[Symbol.dispose]())
  const next = async (expected: boolean): Promise<void> => {
    const before = told.length
    await until(() => told.length > before)
    expect(told.at(-1)).toBe(expected)
  }
  await next(false)
  const watcher = startWatcher(bus.router, true)
  await next(true)
  watcher.setHost(false)
  await next(false)
  watcher.setHost(true)
  await next(true)
  watcher.leave()
  await next(false)
  const other = startWatcher(bus.router, true)
  await next(true)
  bus.dropConnections()
  await next(false)
  clock.advance(1_000)
  await next(true)
  other.leave()
  await next(false)
})

it('there is none without a bus', async () => {
  const told: boolean[] = []
  watchTrayHost({
    clock: createManualClock(),
    busAddress: null,
    onChange: (hasTray) => void told.push(hasTray),
  })
  expect(told).toEqual([])
  await until(() => told.length === 1)
  expect(told).toEqual([false])
})
