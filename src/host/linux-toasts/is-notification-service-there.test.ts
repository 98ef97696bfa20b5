import { expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { startFakeNotifications } from '../../testing/dbus/fake-notifications.ts'
import { answerWithinMs, isNotificationServiceThere } from './is-notification-service-there.ts'
import { notificationsName, testBus, until } from './toaster-under-test.ts'

it('a service that runs, or that can be started, is there', async () => {
  const clock = createManualClock()
  const bus = await testBus()
  expect(await isNotificationServiceThere(bus.address, clock)).toBe(false)
  bus.router.setActivatable(notificationsName, () => {
    throw new Error('Nobody asked to start it.')
  })
  expect(await isNotificationServiceThere(bus.address, clock)).toBe(true)
  const running = await testBus()
  startFakeNotifications(running.router).hang(true)
  expect(await isNotificationServiceThere(running.address, clock)).toBe(true)
  expect(await isNotificationServiceThere(`unix:path=/nowhere;${running.address}`, clock)).toBe(true)
  expect(clock.timerCount).toBe(0)
})

it('none is there without a bus, or where it does not answer in time', async () => {
  const clock = createManualClock()
  expect(await isNotificationServiceThere(null, clock)).toBe(false)
  expect(await isNotificationServiceThere('tcp:host=a.test,port=1', clock)).toBe(false)
  expect(await isNotificationServiceThere('unix:path=/nowhere', clock)).toBe(false)
  const bus = await testBus()
  bus.fallSilent()
  const answer = isNotificationServiceThere(bus.address, clock)
  await until(() => bus.connectionCount === 1)
  clock.advance(answerWithinMs)
  expect(await answer).toBe(false)
  expect(clock.timerCount).toBe(0)
})
