import { describe, expect, test } from 'vitest'
import { createManualSchedule } from '../time/manual-schedule.ts'
import { FakeSocket } from './fake-socket.ts'
import { connectionWaitMs } from './pending-calls.ts'
import { createWebSocketTransport } from './web-socket-transport.ts'

function transportUnderTest() {
  const clock = createManualSchedule()
  const sockets: FakeSocket[] = []
  const problems: string[] = []
  const transport = createWebSocketTransport({
    openSocket() {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket.asSocket()
    },
    schedule: clock.schedule,
    reportProblem: (problem) => problems.push(problem),
  })
  const newest = (): FakeSocket => {
    const socket = sockets.at(-1)
    if (socket === undefined) throw new Error('No socket was opened.')
    return socket
  }
  return { clock, sockets, problems, transport, newest }
}

const done = { ok: true, output: 1 }
const refused = { ok: false, error: { code: 'unavailable' } }

describe('calls', () => {
  test('are sent at once when connected and answered by their number, in any order', async () => {
    const { transport, newest } = transportUnderTest()
    newest().open()
    const first = transport.invoke('connect', {})
    const second = transport.invoke('disconnect', {})
    expect(newest().sent.map((frame) => JSON.parse(frame))).toEqual([
      { callId: 1, command: 'connect', input: {} },
      { callId: 2, command: 'disconnect', input: {} },
    ])
    newest().receive({ callId: 2, reply: { ok: true, output: 2 } })
    newest().receive({ callId: 1, reply: done })
    expect(await first).toEqual(done)
    expect(await second).toEqual({ ok: true, output: 2 })
  })

  test('made before the connection wait for it', async () => {
    const { transport, newest, clock } = transportUnderTest()
    const call = transport.invoke('connect', {})
    newest().fail()
    clock.advance(500)
    newest().open()
    newest().receive({ callId: 1, reply: done })
    expect(await call).toEqual(done)
  })

  test('that waited too long are refused with a sentence, and are not sent later', async () => {
    const { transport, newest, clock } = transportUnderTest()
    const call = transport.invoke('connect', {})
    clock.advance(connectionWaitMs)
    expect(await call).toMatchObject(refused)
    newest().open()
    expect(newest().sent).toEqual([])
  })

  test('without an answer are refused when the connection is lost', async () => {
    const { transport, newest } = transportUnderTest()
    newest().open()
    const call = transport.invoke('connect', {})
    newest().fail()
    expect(await call).toMatchObject(refused)
  })
})

describe('the connection', () => {
  test('is tried again after 0.5, 1, 2, 4, 5 and 5 seconds, and from the start after a success', () => {
    const { clock, sockets, newest } = transportUnderTest()
    for (const delayMs of [500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
      const before = sockets.length
      newest().fail()
      clock.advance(delayMs - 1)
      expect(sockets.length).toBe(before)
      clock.advance(1)
      expect(sockets.length).toBe(before + 1)
    }
    newest().open()
    newest().fail()
    clock.advance(500)
    expect(sockets.length).toBe(8)
  })

  test('tells when the host comes and goes, and a late listener how it stands', () => {
    const { clock, transport, newest } = transportUnderTest()
    const told: boolean[] = []
    transport.watchHost((isThere) => told.push(isThere))
    expect(told).toEqual([])
    newest().open()
    newest().fail()
    clock.advance(500)
    newest().open()
    expect(told).toEqual([true, false, true])
    const late: boolean[] = []
    transport.watchHost((isThere) => late.push(isThere))
    expect(late).toEqual([true])
  })

  test('that is disposed of is not opened again and leaves no timer', async () => {
    const { clock, sockets, transport, newest } = transportUnderTest()
    const call = transport.invoke('connect', {})
    transport.dispose()
    expect(newest().isClosed).toBe(true)
    newest().fail()
    expect(await call).toMatchObject(refused)
    expect(clock.waitingCount()).toBe(0)
    expect(sockets.length).toBe(1)
  })
})

test('events reach every listener until it leaves', () => {
  const { transport, newest } = transportUnderTest()
  const heard: unknown[] = []
  const leave = transport.subscribe((name, data) => heard.push([name, data]))
  newest().open()
  newest().receive({ events: [{ event: 'notificationOpened', data: { rowId: 7 } }] })
  leave()
  newest().receive({ events: [{ event: 'notificationOpened', data: { rowId: 8 } }] })
  expect(heard).toEqual([['notificationOpened', { rowId: 7 }]])
})

test('events that come together are told in their order', () => {
  const { transport, newest } = transportUnderTest()
  const heard: unknown[] = []
  transport.subscribe((_name, data) => heard.push(data))
  newest().open()
  newest().receive({ events: [7, 8, 9].map((rowId) => ({ event: 'notificationOpened', data: { rowId } })) })
  expect(heard).toEqual([{ rowId: 7 }, { rowId: 8 }, { rowId: 9 }])
})

test('what is not as agreed is reported and does no harm', () => {
  const { transport, newest, problems } = transportUnderTest()
  transport.subscribe(() => {
    throw new Error('Not an event.')
  })
  newest().open()
  newest().receive('not JSON')
  newest().receive({ nonsense: 1 })
  expect(problems.length).toBe(2)
})
