/**
 * The engine behind a proxy that plays every fault of the way: what it says meanwhile, and when it is live again. What a
 * server does on purpose is in `src/host/engine-and-mock.test.ts`.
 */
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { ConnectionView } from '../../contract/snapshot.ts'
import { heartbeat } from '../../protocol/limits.ts'
import { startFaultProxy } from '../../testing/fault-proxy.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { startEngine } from '../engine-under-test.ts'
import { backoffLimits } from './backoff.ts'
import { openTimeoutMs } from './connection-machine.ts'

type Phase = ConnectionView['phase']
type Waiting = Extract<ConnectionView, { phase: 'waiting' }>

/** How long nothing can have come through before a live connection is given up. */
const longestTrustMs = heartbeat.pingEveryMs + heartbeat.answerWithinMs
const frameOf = (id: string) => ({ type: 'info', title: 'Build', message: 'M'.repeat(150), id, read: false })

const isSameLife = (view: ConnectionView, before: ConnectionView | undefined): boolean =>
  view.phase === 'live' && before?.phase === 'live' && view.since === before.since

async function startBehindProxy({ connect = true } = {}) {
  const clock = createManualClock()
  const server = await startScriptedServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  const proxy = await startFaultProxy(server.port, clock)
  onTestFinished(() => proxy[Symbol.asyncDispose]())
  const app = startEngine({ source: proxy.url, clock })
  let sentCount = 0

  /** Each state once: a live one is announced again when it falls silent. */
  const states = (): ConnectionView[] =>
    app.changes
      .flatMap((change) => (change.kind === 'connection-changed' ? [change.connection] : []))
      .filter((view, index, all) => !isSameLife(view, all[index - 1]))

  const ids = (): (string | null)[] =>
    app.changes.flatMap((change) =>
      change.kind === 'notifications-arrived' ? change.rows.map((row) => row.wireId) : [],
    )

  const phase = (): Phase => app.engine.view.connection.phase
  const reaches = async (wanted: Phase): Promise<ConnectionView> => {
    await app.until(() => phase() === wanted)
    return app.engine.view.connection
  }

  async function fails(): Promise<Waiting> {
    const view = await reaches('waiting')
    if (view.phase !== 'waiting') throw new Error('unreachable')
    return view
  }

  /** One more notification gets all the way. */
  async function delivers(): Promise<void> {
    const id = `notif_${sentCount++}`
    await server.send(frameOf(id))
    await app.until(() => ids().includes(id))
  }

  /** Pings and pongs that are under way, both ways, arrive. */
  async function settles(): Promise<void> {
    const socket = await server.connection()
    for (let round = 0; round < 2; round++) {
      socket.ping()
      await once(socket, 'pong')
    }
  }

  /** Lets time pass on a connection that works. */
  async function passes(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1_000)
      await settles()
    }
  }

  /** Lets time pass while nothing gets through. A live state that is no longer warranted is a lie. */
  async function passesInSilence(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1_000)
      await nextTurn()
      if (phase() === 'live')
        expect(clock.now() - (proxy.deliveredAt.at(-1) ?? 0)).toBeLessThan(longestTrustMs)
    }
  }

  /** The wait that is shown is the wait that is kept, to the millisecond; then a new attempt is made. */
  async function waitsOut(): Promise<void> {
    const { retryAt } = await fails()
    clock.advance(retryAt - clock.now() - 1)
    expect(phase()).toBe('waiting')
    clock.advance(1)
    expect(phase()).toBe('connecting')
  }

  /** Live again after one wait, within the first backoff, and it works. */
  async function recovers({ withinMs = 2_000 } = {}): Promise<void> {
    const failedAt = (await fails()).since
    await waitsOut()
    await reaches('live')
    expect(clock.now() - failedAt).toBeLessThanOrEqual(withinMs)
    await delivers()
    await passes(25)
    await delivers()
    tellsTruth()
  }

  function tellsTruth(): void {
    for (const [index, state] of states().entries()) {
      const before = states()[index - 1]
      const until = states()[index + 1]?.since ?? clock.now()
      expect(state.since).toBeGreaterThanOrEqual(before?.since ?? 0)
      if (state.phase === 'live') {
        expect(before?.phase).toBe('connecting')
        expect(longestGapMs(state.since, until)).toBeLessThanOrEqual(longestTrustMs)
      }
      if (state.phase === 'connecting') expect(until - state.since).toBeLessThanOrEqual(openTimeoutMs)
      if (state.phase === 'waiting') {
        expect(before?.phase).toMatch(/connecting|live/)
        expect(state.reason).toMatch(/^[A-Z].*[.?]$/s)
        expect(state.retryAt - state.since).toBeGreaterThanOrEqual(backoffLimits.minMs)
        expect(state.attempt).toBeGreaterThan(0)
      }
    }
  }

  /** The longest time in which the proxy let nothing through to the engine. */
  function longestGapMs(from: number, to: number): number {
    const marks = [from, ...proxy.deliveredAt.filter((at) => at >= from && at <= to), to]
    return Math.max(...marks.slice(1).map((at, index) => at - (marks[index] ?? at)))
  }

  void app.engine.handlers.connect({})
  if (connect) {
    await reaches('live')
    await delivers()
    await settles()
  }
  return {
    ...{ app, clock, server, proxy, states, ids, phase, reaches, fails, delivers, settles },
    ...{ passes, passesInSilence, waitsOut, recovers, tellsTruth },
  }
}

describe('a connection that ends', () => {
  it('by a reset is said at once and made again', async () => {
    const { proxy, fails, recovers } = await startBehindProxy()
    proxy.cut()
    expect((await fails()).reason).toBe('The connection broke off.')
    await recovers()
  })

  it('without a closing handshake is said at once and made again', async () => {
    const { proxy, fails, recovers } = await startBehindProxy()
    proxy.end()
    expect((await fails()).reason).toBe('The connection broke off.')
    await recovers()
  })

  it('for no reason of the server is made again at once when a hint comes', async () => {
    const { app, proxy, clock, fails, reaches, phase, delivers, tellsTruth } = await startBehindProxy()
    proxy.cut()
    const { since } = await fails()
    app.engine.woke()
    expect(phase()).toBe('connecting')
    await reaches('live')
    expect(clock.now()).toBe(since)
    await delivers()
    tellsTruth()
  })

  it('again and again is made again each time, later each time while none lasts', async () => {
    const { proxy, fails, waitsOut, reaches, recovers } = await startBehindProxy()
    const waits: number[] = []
    for (let round = 0; round < 6; round++) {
      proxy.cut()
      const { since, retryAt } = await fails()
      waits.push(retryAt - since)
      await waitsOut()
      await reaches('live')
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    for (const [index, wait] of waits.entries())
      expect(wait).toBeLessThanOrEqual(Math.min(backoffLimits.maxMs, 2_000 * 2 ** index))
    proxy.cut()
    await recovers({ withinMs: backoffLimits.maxMs })
  })

  it('in the middle of a frame leaves nothing half read', async () => {
    const { proxy, server, ids, fails, recovers } = await startBehindProxy()
    proxy.truncate(90)
    await server.send(frameOf('cut'))
    expect((await fails()).reason).toBe('The connection broke off.')
    await recovers()
    expect(ids()).not.toContain('cut')
  })

  it.each([0, 1, 2, 3])('after %i bytes of a frame leaves nothing half read', async (keptBytes) => {
    const { proxy, server, ids, recovers } = await startBehindProxy()
    proxy.truncate(keptBytes)
    await server.send(frameOf('cut'))
    await recovers()
    expect(ids()).not.toContain('cut')
  })
})

describe('a half-open connection', () => {
  it('is found out within 30 s, and made again when the way is free', async () => {
    const { proxy, phase, passesInSilence, fails, recovers } = await startBehindProxy()
    proxy.stall('to-client', 'to-server')
    await passesInSilence(29)
    expect(phase()).toBe('live')
    await passesInSilence(1)
    expect((await fails()).reason).toBe('The server no longer answers.')
    await proxy.heal()
    await recovers()
  })

  it('is found out as fast after a long and healthy life', async () => {
    const { proxy, phase, passes, passesInSilence, fails, recovers } = await startBehindProxy()
    await passes(59)
    proxy.stall('to-client', 'to-server')
    for (let second = 0; phase() === 'live'; second++) {
      expect(second).toBeLessThan(30)
      await passesInSilence(1)
    }
    expect((await fails()).reason).toBe('The server no longer answers.')
    await proxy.heal()
    await recovers()
  })

  it('that stays so is tried again and again, never said to be live, and live at the first try that can be', async () => {
    const { proxy, states, phase, clock, passesInSilence, reaches, delivers, tellsTruth } =
      await startBehindProxy()
    proxy.stall('to-client', 'to-server')
    const stalledAt = clock.now()
    await passesInSilence(300)
    const since = states().filter((state) => state.since > stalledAt)
    expect(since.filter((state) => state.phase === 'live')).toEqual([])
    expect(since.filter((state) => state.phase === 'connecting').length).toBeGreaterThan(5)
    expect(since.at(-1)).toMatchObject({ phase: expect.stringMatching(/waiting|connecting/) })
    for (const state of since)
      if (state.phase === 'waiting')
        expect(state.reason).toMatch(/no longer answers|did not answer within 15 seconds/)
    for (let second = 0; phase() !== 'waiting'; second++) {
      expect(second).toBeLessThan(60)
      await passesInSilence(1)
    }
    await proxy.heal()
    const healedAt = clock.now()
    for (let second = 0; phase() !== 'connecting'; second++) {
      expect(second).toBeLessThan(60)
      clock.advance(1_000)
    }
    await reaches('live')
    expect(clock.now() - healedAt).toBeLessThanOrEqual(backoffLimits.maxMs)
    await delivers()
    tellsTruth()
  })

  it('is found out where only the way to us is blocked, though the server hears every ping', async () => {
    const { proxy, passesInSilence, fails, recovers } = await startBehindProxy()
    proxy.stall('to-client')
    await passesInSilence(30)
    expect((await fails()).reason).toBe('The server no longer answers.')
    await proxy.heal()
    await recovers()
  })

  it('is found out where only the way to the server is blocked and nothing comes', async () => {
    const { proxy, passesInSilence, fails, recovers } = await startBehindProxy()
    proxy.stall('to-server')
    await passesInSilence(30)
    expect((await fails()).reason).toBe('The server no longer answers.')
    await proxy.heal()
    await recovers()
  })

  it('is alive while frames come, and its acknowledgement is not said to be confirmed', async () => {
    const { proxy, app, clock, server, delivers, phase, settles, tellsTruth } = await startBehindProxy()
    proxy.stall('to-server')
    await app.engine.handlers.markAsRead({ rowIds: [1] })
    for (let second = 0; second < 60; second += 5) {
      clock.advance(5_000)
      await delivers()
    }
    expect(phase()).toBe('live')
    const acknowledgement = async () =>
      (await app.engine.handlers.getNotification({ rowId: 1 }))?.acknowledgement
    expect(await acknowledgement()).toBe('unconfirmed')
    await proxy.heal()
    await settles()
    expect(server.heard).toContainEqual({ action: 'acknowledge', id: 'notif_0' })
    await server.send({ type: 'system', message: 'Notification notif_0 marked as read', timestamp: 'T' })
    await delivers()
    expect(await acknowledgement()).toBe('confirmed')
    tellsTruth()
  })

  it('is not trusted after a sleep, and given up 3 s later', async () => {
    const { app, proxy, clock, fails, recovers } = await startBehindProxy()
    proxy.stall('to-client', 'to-server')
    app.engine.woke()
    clock.advance(2_999)
    expect(app.engine.view.connection.phase).toBe('live')
    clock.advance(1)
    expect((await fails()).reason).toBe('The server no longer answers.')
    await proxy.heal()
    await recovers()
  })
})

describe('a slow way', () => {
  it('of 4 s each way stays live, and everything arrives', async () => {
    const { proxy, app, clock, server, ids, phase, delivers, settles, tellsTruth } = await startBehindProxy()
    proxy.delay(4_000)
    await server.send(frameOf('late'))
    await proxy.holds('to-client')
    clock.advance(4_000)
    await app.until(() => ids().includes('late'))
    clock.advance(16_000)
    await proxy.holds('to-server') // the ping
    clock.advance(4_000)
    await proxy.holds('to-client') // its pong
    clock.advance(4_000)
    await proxy.heal()
    await settles()
    clock.advance(10_000)
    expect(phase()).toBe('live')
    await delivers()
    tellsTruth()
  })

  it('on which no answer comes within 10 s is given up, and made again when it is faster', async () => {
    const { proxy, clock, phase, fails, recovers } = await startBehindProxy()
    proxy.delay(6_000)
    clock.advance(20_000)
    await proxy.holds('to-server')
    clock.advance(6_000)
    await proxy.holds('to-client')
    clock.advance(3_999)
    expect(phase()).toBe('live')
    clock.advance(1)
    expect((await fails()).reason).toBe('The server no longer answers.')
    await proxy.heal()
    await recovers()
  })

  it('on which opening takes longer than 15 s is given up, and the late answer is not taken for a connection', async () => {
    const { proxy, clock, fails, phase, reaches, delivers, tellsTruth } = await startBehindProxy({
      connect: false,
    })
    proxy.delay(8_000)
    await proxy.holds('to-server')
    clock.advance(8_000)
    await proxy.holds('to-client')
    clock.advance(7_000)
    expect((await fails()).reason).toBe('The server did not answer within 15 seconds.')
    clock.advance(1_000)
    await nextTurn()
    expect(phase()).toBe('waiting')
    await proxy.heal()
    clock.advance(1_000)
    await reaches('live')
    await delivers()
    tellsTruth()
  })
})

describe('bytes that are changed on the way', () => {
  const flip = (at: number, bit: number) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
    return changed
  }
  const payloadAt = 4

  it('in the text make a frame that is not understood, and the next is taken as ever', async () => {
    const { app, proxy, server, delivers, phase, tellsTruth } = await startBehindProxy()
    proxy.corrupt(flip(payloadAt, 0)) // { becomes z
    await server.send(frameOf('bent'))
    await delivers()
    expect(phase()).toBe('live')
    const { activity } = await app.engine.handlers.getSnapshot({})
    expect(activity.filter((entry) => entry.kind === 'rejected')).toMatchObject([
      { text: 'A frame was not understood: not JSON.' },
    ])
    tellsTruth()
  })

  it.each([
    ['no UTF-8', payloadAt, 7, 'The server sent text that is not valid UTF-8, and was cut off (1007).'],
    ['an opcode that is none', 0, 2, /^The connection failed: Invalid WebSocket frame/],
    ['a reserved bit', 0, 6, /^The connection failed: Invalid WebSocket frame/],
    ['a mask', 1, 7, /^The connection failed: Invalid WebSocket frame/],
    ['a length past 1 MiB', 1, 0, /1 MiB|^The connection failed/],
  ])('to %s end the connection, which is said and made again', async (_name, at, bit, reason) => {
    const { proxy, server, ids, fails, recovers } = await startBehindProxy()
    proxy.corrupt(flip(at, bit))
    await server.send(frameOf('bent'))
    expect((await fails()).reason).toMatch(reason)
    await recovers()
    expect(ids()).not.toContain('bent')
  })

  it('to a length that swallows what follows end the connection within 30 s', async () => {
    const { proxy, server, passesInSilence, fails, recovers } = await startBehindProxy()
    proxy.corrupt(flip(2, 6)) // 16 KiB longer
    await server.send(frameOf('bent'))
    await passesInSilence(30)
    await fails()
    await proxy.heal()
    await recovers()
  })

  it('in any bit of the head are survived: the engine is live again, and delivers', async () => {
    const { proxy, app, server, clock, ids, phase, delivers, tellsTruth } = await startBehindProxy()
    let isSending = false
    /** Not waited for: while the connection ends there is none to send on. */
    const sends = async (frame: object): Promise<void> => {
      if (isSending) return
      isSending = true
      await server.send(frame)
      isSending = false
    }
    for (let bit = 0; bit < 8 * payloadAt; bit++) {
      proxy.corrupt(flip(bit >> 3, bit & 7))
      await server.send(frameOf(`bent_${bit}`))
      // What comes of it differs: taken, not understood, cut off, or swallowed until the heartbeat finds out.
      for (let tries = 0; !ids().includes(`after_${bit}`); tries++) {
        expect(tries).toBeLessThan(200)
        await nextTurn()
        if (phase() === 'live') void sends(frameOf(`after_${bit}`))
        clock.advance(1_000)
        if (phase() === 'connecting') await app.until(() => phase() !== 'connecting')
      }
      await delivers()
    }
    tellsTruth()
  }, 60_000)
})

describe('a connection that does not come about', () => {
  it('because it is refused is tried later each time, up to 30 s, and live at the first try that can be', async () => {
    const { proxy, fails, waitsOut, recovers } = await startBehindProxy()
    await proxy.refuse()
    proxy.cut()
    expect((await fails()).attempt).toBe(1)
    for (let failures = 2; failures <= 8; failures++) {
      await waitsOut()
      const waiting = await fails()
      expect(waiting).toMatchObject({
        attempt: failures,
        reason: 'Nothing answers at that address: is the server running?',
      })
      expect(waiting.retryAt - waiting.since).toBeLessThanOrEqual(backoffLimits.maxMs)
    }
    await proxy.heal()
    await recovers({ withinMs: backoffLimits.maxMs })
  })

  it('because the upgrade is never answered is given up after 15 s, in so many words', async () => {
    const { proxy, clock, phase, fails, recovers, waitsOut } = await startBehindProxy()
    proxy.answer(null)
    proxy.cut()
    await waitsOut()
    clock.advance(openTimeoutMs - 1)
    await nextTurn()
    expect(phase()).toBe('connecting')
    clock.advance(1)
    expect((await fails()).reason).toBe('The server did not answer within 15 seconds.')
    await proxy.heal()
    await recovers({ withinMs: 4_000 })
  })

  it('because it breaks off in the middle of the upgrade is tried again', async () => {
    const { proxy, fails, recovers, waitsOut } = await startBehindProxy()
    proxy.cut()
    proxy.truncate(40)
    await waitsOut()
    expect(await fails()).toMatchObject({ attempt: 2, reason: expect.stringMatching(/broke off|failed/) })
    await recovers({ withinMs: 4_000 })
  })

  it.each([
    ['garbage', 'SSH-2.0-OpenSSH_9.6\r\n', /^The connection failed: /],
    ['half a head', 'HTTP/1.1 101 Switching Pro', /broke off|^The connection failed: /],
    ['nothing', '', /broke off|^The connection failed: /],
    [
      'an upgrade to something else',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
      /^The connection failed: /,
    ],
    [
      "somebody else's upgrade",
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: x\r\n\r\n',
      /^The connection failed: /,
    ],
  ])('because the answer is %s gives its reason, and is tried again', async (_name, text, reason) => {
    const { proxy, states, fails, waitsOut, recovers } = await startBehindProxy()
    proxy.answer(text)
    proxy.cut()
    await waitsOut()
    const waiting = await fails()
    expect(waiting).toMatchObject({ attempt: 2, reason: expect.stringMatching(reason) })
    expect(waiting.retryAt - waiting.since).toBeGreaterThanOrEqual(backoffLimits.minMs)
    expect(states().filter((state) => state.phase === 'live')).toHaveLength(1)
    await proxy.heal()
    await recovers({ withinMs: 4_000 })
  })
})
