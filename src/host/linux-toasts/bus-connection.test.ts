/** What other programs on the bus, and the bus itself, can do to a connection. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { worded } from '../../i18n/wording.ts'
import { messageTypes } from '../../testing/dbus/wire-message.ts'
import {
  type BusAnswer,
  type BusConnection,
  type BusSignal,
  busName,
  connectToBus,
} from './bus-connection.ts'
import { getNameOwner, nameHasOwner } from './bus-methods.ts'
import { testBus, until } from './toaster-under-test.ts'

async function connected() {
  const clock = createManualClock()
  const bus = await testBus()
  const signals: BusSignal[] = []
  const losses: string[] = []
  let connection: BusConnection | null = null
  const handle = connectToBus({
    ...{ clock, address: bus.address },
    onConnected: (now) => {
      connection = now
    },
    onSignal: (signal) => void signals.push(signal),
    onLost: (reason) => void losses.push(inEnglish(reason)),
  })
  onTestFinished(() => handle[Symbol.dispose]())
  await until(() => connection !== null)
  const ask = (call: Parameters<BusConnection['call']>[0]): Promise<BusAnswer> =>
    new Promise((resolve) => connection?.call(call, 1_000, resolve))
  return { clock, bus, signals, losses, ask, name: ':1.1', stranger: bus.router.join(() => {}) }
}

describe('a connection to the bus', () => {
  it('survives a message that names a file descriptor which it does not send', async () => {
    const { bus, name, stranger, signals, losses, ask } = await connected()
    const signal = { type: messageTypes.signal, path: '/a', interface: 'a.b', member: 'C', destination: name }
    bus.router.send(stranger, { ...signal, signature: 'h', values: [0] })
    bus.router.send(stranger, { ...signal, signature: 'h', values: [7] })
    bus.router.send(stranger, { ...signal, signature: 's', values: ['after'] })
    expect(await ask(nameHasOwner('a.b'))).toEqual({ isOk: true, body: [false] })
    expect(signals.map(({ body }) => body)).toEqual([['after']])
    expect(losses).toEqual([])
  })

  it('hears no answer of somebody who was not asked', async () => {
    const { bus, stranger, ask } = await connected()
    const service = bus.router.join(({ serial: replySerial, sender = '' }) => {
      const reply = { type: messageTypes.reply, destination: sender, replySerial, signature: 's' }
      bus.router.send(stranger, { ...reply, values: ['forged'] })
      bus.router.send(service, { ...reply, values: ['true'] })
    })
    const call = { destination: service.uniqueName, path: '/a', interface: 'a.b', member: 'Ask' }
    expect(await ask(call)).toEqual({ isOk: true, body: ['true'] })
  })

  it('tells errors with their name, answers calls to itself with one, and ends a wait in time', async () => {
    const { clock, bus, name, ask } = await connected()
    expect(await ask(getNameOwner('a.b'))).toMatchObject({ errorName: `${busName}.Error.NameHasNoOwner` })
    const answers: string[] = []
    const caller = bus.router.join(({ errorName = '' }) => void answers.push(errorName))
    bus.router.send(caller, {
      type: messageTypes.call,
      destination: name,
      path: '/',
      member: 'A',
      interface: 'a.b',
    })
    await until(() => answers.length === 1)
    expect(answers).toEqual([`${busName}.Error.UnknownMethod`])
    const silent = bus.router.join(() => {})
    const asked = ask({ destination: silent.uniqueName, path: '/a', interface: 'a.b', member: 'Ask' })
    clock.advance(1_000)
    expect(await asked).toMatchObject({
      errorName: 'silent',
      reason: worded('linux-toasts.too-late', { seconds: 1 }),
    })
  })

  it('ends what waits when the bus goes, and says so once', async () => {
    const { clock, bus, losses, ask } = await connected()
    const silent = bus.router.join(() => {})
    const asked = ask({ destination: silent.uniqueName, path: '/a', interface: 'a.b', member: 'Ask' })
    bus.dropConnections()
    expect(await asked).toMatchObject({ errorName: 'lost' })
    await until(() => losses.length > 0)
    await new Promise(setImmediate)
    expect([losses.length, clock.timerCount]).toEqual([1, 0])
  })

  it.each(['unix:path=/nowhere/at/all', `unix:path=/${'x'.repeat(200)}`, 'unix:abstract=tocsin-nobody'])(
    'that cannot be made to %s is lost, and nothing is thrown',
    async (address) => {
      const losses: string[] = []
      const clock = createManualClock()
      const events = {
        onConnected() {},
        onSignal() {},
        onLost: (reason: string) => void losses.push(inEnglish(reason)),
      }
      connectToBus({ clock, address, ...events })
      await until(() => losses.length === 1)
      expect(losses[0]).toMatch(/connect|E[A-Z]+/)
      expect(clock.timerCount).toBe(0)
    },
  )
})
