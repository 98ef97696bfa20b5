import { once } from 'node:events'
import { expect, test } from 'vitest'
import { pingEveryMs } from './limits.ts'
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
