import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createManualClock } from '../clock/manual-clock.ts'
import type { Connection } from './connection.ts'
import { beatTurn, maxUnspread, startHeartbeat } from './heartbeat.ts'
import { pingEveryMs } from './limits.ts'
import { publish } from './testing/http-client.ts'
import { watchStalls } from './testing/stalls.ts'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

test('every client is pinged each 30 s, and one that gives no sign of life is dropped', async () => {
  await using running = await startTestServer({ demo: false })
  await using alive = await connectTestClient(running.url, 'alive')
  await using dead = await connectTestClient(running.url, 'dead', { autoPong: false })
  const pings = Promise.all([once(alive.socket, 'ping'), once(dead.socket, 'ping')])
  running.clock.advance(pingEveryMs)
  await pings
  await alive.ask({ frequency: 5 }) // Its pong has arrived before this answer.
  running.clock.advance(pingEveryMs)
  expect((await dead.closed).code).toBe(1006)
  await running.logged('"dead" left')
  expect(running.server.clientCount).toBe(1)
})

test('a client that never answers pings but keeps sending is alive', async () => {
  await using running = await startTestServer({ demo: false })
  await using client = await connectTestClient(running.url, 'alice', { autoPong: false })
  for (let beat = 0; beat < 4; beat++) {
    running.clock.advance(pingEveryMs)
    expect((await client.ask({ frequency: 5 })).fields['type']).toBe('system')
  }
})

test('one timer serves all clients', async () => {
  await using running = await startTestServer({ demo: false })
  const before = running.clock.timerCount
  await using _first = await connectTestClient(running.url, 'first')
  await using _second = await connectTestClient(running.url, 'second')
  expect({ before, after: running.clock.timerCount }).toEqual({ before: 2, after: 2 }) // the heartbeat's, and the store's
})

test('one that reads slowly is alive as long as it reads at all, and dropped once it does not', async () => {
  using stalls = watchStalls()
  await using running = await startTestServer({ demo: false })
  await using slow = await connectTestClient(running.url, 'slow', { autoPong: false })
  for (let round = 0; round < 4; round++) {
    stalls.stall(slow.port)
    await publish(running.url, '/notify/slow', 'something to read')
    expect(running.server.unsentBytes).toBeGreaterThan(0)
    running.clock.advance(pingEveryMs)
    stalls.drain(slow.port)
    // The ping comes after what waited, and is never answered.
    expect((await slow.next()).fields['message']).toBe('something to read')
    while (running.server.unsentBytes > 0) await new Promise(setImmediate)
  }
  stalls.stall(slow.port)
  await publish(running.url, '/notify/slow', 'too much')
  running.clock.advance(pingEveryMs)
  expect(running.server.clientCount).toBe(1)
  running.clock.advance(pingEveryMs)
  await running.logged('"slow" left')
})

/** Three thousand that always answer, without their sockets: it is about when they are pinged. */
function threeThousand(onPing: (connection: number) => void): Connection[] {
  return Array.from({ length: 3_000 }, (_, index) => {
    const socket = {
      readyState: WebSocket.OPEN,
      ping: () => onPing(index),
      terminate: () => expect.fail('dropped'),
    }
    const subscription = { wire: { bytesWritten: 0, writableLength: 0 } }
    // What the heartbeat looks at.
    return {
      socket,
      subscription,
      isAlive: true,
      takenBytes: null,
      beatTurn: beatTurn(index, index),
    } as unknown as Connection
  })
}

test('one that is not read just now, since it sent too much, is not taken for dead', () => {
  const clock = createManualClock()
  const [held] = threeThousand(() => {})
  if (!held) throw new Error('there are three thousand')
  Object.assign(held.socket, { isPaused: true })
  using _heartbeat = startHeartbeat(clock, [held], () => {})
  // It would fail by itself: `terminate` is an assertion.
  clock.advance(10 * pingEveryMs)
  expect(held.isAlive).toBe(false)
})

test('the pings of many are spread evenly, each 30 s after its last', () => {
  const clock = createManualClock()
  const pingedAt = new Map<number, number[]>()
  const byTime = new Map<number, number>()
  const connections: Connection[] = threeThousand((index) => {
    const at = clock.monotonicNow()
    byTime.set(at, (byTime.get(at) ?? 0) + 1)
    pingedAt.set(index, [...(pingedAt.get(index) ?? []), at])
    const connection = connections[index]
    if (connection) connection.isAlive = true
  })
  let beats = 0
  using _heartbeat = startHeartbeat(clock, connections, () => {
    beats += 1
  })
  clock.advance(4 * pingEveryMs - 1)
  expect(beats).toBe(3)
  expect(pingedAt.size).toBe(3_000)
  for (const times of pingedAt.values()) {
    expect(times).toHaveLength(3)
    for (const [round, at] of times.entries()) expect(at - (times[0] ?? 0)).toBe(round * pingEveryMs)
  }
  expect(Math.max(...byTime.values())).toBeLessThan(maxUnspread + 3_000 / 30)
})

test('few are pinged together: no timer runs in between', () => {
  const clock = createManualClock()
  let pings = 0
  const few = threeThousand(() => {
    pings += 1
  }).slice(0, 100)
  using _heartbeat = startHeartbeat(clock, few, () => {})
  clock.advance(pingEveryMs)
  expect(pings).toBe(100)
  clock.advance(pingEveryMs - 1)
  expect(clock.timerCount).toBe(1)
  expect(pings).toBe(100)
})
