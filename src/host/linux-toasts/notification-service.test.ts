/** The daemon and the bus come and go: what becomes of toasts, and what is said of it. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { startFakeNotifications } from '../../testing/dbus/fake-notifications.ts'
import { startTestBus } from '../../testing/dbus/test-bus.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { notifyLimitMs, waitingLimit } from './create-linux-toaster.ts'
import { serviceLimits } from './notification-service.ts'
import { listen, notificationsName, startToaster, testBus, toastOf, until } from './toaster-under-test.ts'

const none = /no notification service runs on this desktop\. Install or start one/
const ended = /the notification service has ended/
const silent = /the notification service does not answer/

describe('without a bus', () => {
  it('says so, also to each toast, and sets no timer', async () => {
    const clock = createManualClock()
    const { toaster, outcome, problem } = listen(null, clock)
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toMatch(/no D-Bus message bus/)
    expect(problem()).toMatch(
      /^Toasts cannot be shown: this session has no D-Bus message bus\. Start Tocsin from/,
    )
    expect(await outcome(() => toaster.update(toastOf('n-1')), 'n-1')).toBe(problem())
    toaster.withdraw(['n-1'])
    expect(clock.timerCount).toBe(0)
  })

  it('refuses an address that would start a program or go over the network', async () => {
    const { toaster, outcome } = listen(
      'unixexec:path=touch,arg1=/tmp/x;tcp:host=a.test,port=1',
      createManualClock(),
    )
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toMatch(/names no Unix socket/)
  })

  it('shows toasts once the second address of a list has a bus after all', async () => {
    const clock = createManualClock()
    const path = join(temporaryFolder(), 'bus')
    const { toaster, outcome, problem } = listen(`unix:path=${path}-other;unix:path=${path}`, clock)
    await until(() => problem() !== null)
    expect(problem()).toMatch(/cannot be reached\. Tocsin keeps trying\. .*ENOENT/)
    await using bus = await startTestBus(path)
    startFakeNotifications(bus.router)
    clock.advance(1_000)
    await until(() => problem() === null)
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBeNull()
  })

  it('gives up a bus that does not answer', async () => {
    const clock = createManualClock()
    await using bus = await startTestBus()
    bus.fallSilent()
    const { toaster, problem } = listen(bus.address, clock)
    await until(() => bus.connectionCount === 1)
    clock.advance(5_000)
    await until(() => problem() !== null)
    expect(problem()).toMatch(/cannot be reached.*did not answer/)
    toaster[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
  })
})

describe('without a daemon', () => {
  it('asks whether one is there before it asks one anything, and says that there is none', async () => {
    const bus = await testBus()
    const { toaster, outcome, problem } = listen(bus.address, createManualClock())
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toMatch(none)
    expect(problem()).toMatch(none)
    const asked = bus.router.calls.filter((member) => member !== 'Hello' && member !== 'AddMatch')
    expect(asked).toEqual(['NameHasOwner', 'ListActivatableNames'])
  })

  it('starts one that can be started, and shows what waited meanwhile', async () => {
    const bus = await testBus()
    let start = (): void => {}
    bus.router.setActivatable(notificationsName, () => start())
    const daemons: ReturnType<typeof startFakeNotifications>[] = []
    start = () => daemons.push(startFakeNotifications(bus.router))
    const { toaster, outcome, problem } = listen(bus.address, createManualClock())
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBeNull()
    expect(daemons[0]?.shown.map(({ summary }) => summary)).toEqual(['Title of n-1'])
    expect(problem()).toBeNull()
  })

  it('does not wait for ever for one to start, but takes it when it comes after all', async () => {
    const clock = createManualClock()
    const bus = await testBus()
    bus.router.setActivatable(notificationsName, () => {})
    const { toaster, outcome, problem } = listen(bus.address, clock)
    const first = outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    await until(() => bus.router.calls.includes('StartServiceByName'))
    clock.advance(serviceLimits.startMs)
    expect(await first).toMatch(/could not be started.*did not answer within 10 seconds/)
    startFakeNotifications(bus.router)
    await until(() => problem() === null)
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBeNull()
  })

  it('keeps the newest toasts while it looks for one, and gives the others an outcome', async () => {
    const bus = await testBus()
    let start = (): void => {}
    bus.router.setActivatable(notificationsName, () => start())
    const { toaster, told } = listen(bus.address, createManualClock())
    const ids = Array.from({ length: waitingLimit + 2 }, (_, index) => `n-${index + 1}`)
    for (const toastId of ids) toaster.show(toastOf(toastId))
    toaster.update(toastOf('n-3', { title: 'Changed' }))
    toaster.withdraw(['n-4'])
    await until(() => bus.router.calls.includes('StartServiceByName'))
    const reason = 'Too many toasts were waiting for the notification service.'
    expect(told).toContainEqual({ outcome: 'n-1', reason })
    expect(told).toContainEqual({ outcome: 'n-2', reason })
    start = () => {}
    const daemon = startFakeNotifications(bus.router)
    await until(() => told.length === ids.length + 1)
    const summaries = daemon.shown.map(({ summary }) => summary)
    expect(summaries).toHaveLength(waitingLimit - 1)
    expect(summaries.at(-1)).toBe('Changed')
    expect(summaries).not.toContain('Title of n-4')
  })
})

describe('a daemon that dies', () => {
  it('takes its toasts along; the next toast is refused with the reason, and shown once it is back', async () => {
    const { toaster, daemon, outcome, problem, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    daemon.die()
    await until(() => problem() !== null)
    expect(problem()).toMatch(ended)
    expect(await outcome(() => toaster.show(toastOf('n-2')), 'n-2')).toMatch(none)
    daemon.setCapabilities(['body'])
    daemon.return()
    await until(() => problem() === null)
    toaster.withdraw(['n-1'])
    await outcome(() => toaster.update(toastOf('n-1', { body: '<b>' })), 'n-1')
    // The ids of the dead are void, and the capabilities are those of the new one.
    expect(daemon.closed).toEqual([])
    expect(daemon.notified.at(-1)).toMatchObject({ replacesId: 0, body: '<b>', actions: [] })
    expect(told.filter((one) => 'dismissed' in one)).toEqual([])
  })

  it('gives what it was about to show an outcome', async () => {
    const { toaster, daemon, settled, told } = await startToaster()
    await settled()
    daemon.hang(true)
    toaster.show(toastOf('n-1'))
    await until(() => daemon.notified.length === 2)
    toaster.update(toastOf('n-1'))
    daemon.die()
    const reason = 'The notification service ended before it had shown it.'
    await until(() => told.filter((one) => 'outcome' in one && one.reason === reason).length === 2)
  })

  it('is replaced by another without a problem in between', async () => {
    const { bus, toaster, daemon, outcome, problem, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    const other = startFakeNotifications(bus.router, { capabilities: ['body', 'persistence'] })
    await until(() => other.calls.includes('GetServerInformation'))
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBeNull()
    expect(other.notified[0]).toMatchObject({ replacesId: 0, hints: { resident: { value: true } } })
    expect(daemon.notified).toHaveLength(1)
    expect([problem(), told.some((one) => 'problem' in one)]).toEqual([null, false])
  })

  it('that left is started again by the next toast', async () => {
    const { bus, toaster, daemon, outcome, problem } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    bus.router.setActivatable(notificationsName, () => daemon.return())
    daemon.die()
    await until(() => problem() !== null)
    expect(await outcome(() => toaster.show(toastOf('n-2')), 'n-2')).toBeNull()
    expect(problem()).toBeNull()
  })
})

describe('a daemon that hangs', () => {
  it('loses the toast in the end, with a problem that is over once it answers again', async () => {
    const { clock, toaster, daemon, outcome, problem, settled } = await startToaster()
    await settled()
    daemon.hang(true)
    const lost = outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    await until(() => daemon.notified.length === 2)
    clock.advance(notifyLimitMs)
    expect(await lost).toBe('The notification service did not answer.')
    expect(problem()).toMatch(silent)
    daemon.hang(false)
    await settled()
    expect(problem()).toBeNull()
  })

  it('at the first question is said to hang, and asked again by a later toast', async () => {
    const clock = createManualClock()
    const bus = await testBus()
    const daemon = startFakeNotifications(bus.router)
    daemon.hang(true)
    const { toaster, outcome, problem } = listen(bus.address, clock)
    const waited = outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    await until(() => daemon.calls.includes('GetCapabilities'))
    clock.advance(serviceLimits.askMs)
    expect(await waited).toMatch(silent)
    daemon.hang(false)
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toMatch(silent)
    clock.advance(serviceLimits.lookAgainMs)
    expect(await outcome(() => toaster.show(toastOf('n-1')), 'n-1')).toBeNull()
    expect(problem()).toBeNull()
  })
})

describe('a bus that goes away', () => {
  it('is a problem until it is back, and the toasts of before are void', async () => {
    const { clock, bus, toaster, daemon, outcome, problem, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    bus.dropConnections()
    await until(() => problem() !== null)
    expect(problem()).toMatch(/the D-Bus message bus cannot be reached\. Tocsin keeps trying\./)
    expect(await outcome(() => toaster.show(toastOf('n-2')), 'n-2')).toBe(problem())
    clock.advance(1_000)
    await until(() => problem() === null)
    expect(await outcome(() => toaster.update(toastOf('n-1')), 'n-1')).toBeNull()
    expect(daemon.notified.at(-1)?.replacesId).toBe(0)
    expect(told.filter((one) => 'problem' in one)).toHaveLength(2)
  })
})

describe('the end of the toaster', () => {
  it('leaves the toasts on the screen, no connection and no timer', async () => {
    const { clock, bus, toaster, daemon, outcome, told } = await startToaster()
    await outcome(() => toaster.show(toastOf('n-1')), 'n-1')
    toaster.show(toastOf('n-2'))
    toaster[Symbol.dispose]()
    const client = daemon.shown[0]?.sender ?? ''
    await until(() => bus.router.ownerOf(client) === null)
    expect(daemon.shown.map(({ summary }) => summary)).toEqual(['Title of n-1', 'Title of n-2'])
    expect(clock.timerCount).toBe(0)
    const before = told.length
    toaster.show(toastOf('n-3'))
    toaster.withdraw(['n-1'])
    daemon.die()
    await new Promise(setImmediate)
    expect(told.length).toBe(before)
  })

  it('may come before the connection stands', async () => {
    const clock = createManualClock()
    const bus = await testBus()
    const { toaster } = listen(bus.address, clock)
    toaster[Symbol.dispose]()
    const other = listen(bus.address, clock)
    await until(() => bus.connectionCount === 1)
    other.toaster[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
  })
})
