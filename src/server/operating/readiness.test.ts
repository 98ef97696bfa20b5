import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { StoredReceipt } from '../store/store.ts'
import { send } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'
import { createReadiness } from './readiness.ts'
import { startOperatingListener } from './start-operating-listener.ts'

/** A store whose answers come when the test says so. */
function heldStore() {
  const asked: PromiseWithResolvers<StoredReceipt | null>[] = []
  return {
    asked,
    receipt() {
      const answer = Promise.withResolvers<StoredReceipt | null>()
      asked.push(answer)
      return answer.promise
    },
  }
}

test('it lives and is ready', async () => {
  await using running = await startTestServer()
  expect(await send(running.url, '/healthz')).toMatchObject({ status: 200, text: 'alive\n' })
  expect(await send(running.url, '/readyz')).toMatchObject({ status: 200, text: 'ready\n' })
  expect((await send(running.url, '/readyz', { method: 'POST' })).status).toBe(405)
})

test('a store that fails is told as a problem', async () => {
  const store = heldStore()
  const ready = createReadiness({ store, clock: createManualClock(), isStopping: () => false })
  const answer = ready()
  store.asked[0]?.reject(new Error('no space'))
  expect(await answer).toMatchObject({ status: 503, contentType: 'application/problem+json' })
  const again = ready()
  store.asked[1]?.resolve(null)
  expect((await again).status).toBe(200)
})

test('a store that says nothing is asked once, and not waited for', async () => {
  const store = heldStore()
  const clock = createManualClock()
  const ready = createReadiness({ store, clock, isStopping: () => false })
  const answers = [ready(), ready(), ready()]
  clock.advance(2_000)
  for (const { status, body } of await Promise.all(answers)) {
    expect(status).toBe(503)
    expect(body).toContain('The store does not answer')
  }
  expect(store.asked).toHaveLength(1)
  expect(clock.timerCount).toBe(0)
})

test('a server that is stopping is alive, and not ready', async () => {
  const running = await startTestServer({ demo: false })
  await using listener = await startOperatingListener({
    ...{ bind: '127.0.0.1', port: 0, answers: running.server.operating, log: () => {} },
  })
  const url = `http://127.0.0.1:${listener.port}`
  expect((await send(url, '/readyz')).status).toBe(200)
  await using client = await connectTestClient(running.url)
  client.socket.pause()
  const drained = running.server.drain(1_000)
  expect(await send(url, '/readyz')).toMatchObject({
    status: 503,
    json: { detail: 'The server is shutting down.' },
  })
  expect((await send(url, '/healthz')).status).toBe(200)
  running.clock.advance(1_000)
  await drained
})

test('the port for operators answers nothing else', async () => {
  await using running = await startTestServer()
  await using listener = await startOperatingListener({
    ...{ bind: '127.0.0.1', port: 0, answers: running.server.operating, log: () => {} },
  })
  const url = `http://127.0.0.1:${listener.port}`
  expect((await send(url, '/')).status).toBe(404)
  expect((await send(url, '/notify/alice', { method: 'POST', body: 'x' })).status).toBe(404)
  expect((await send(url, '/metrics', { method: 'POST' })).status).toBe(405)
})

test('a figure that cannot be had is an answer, and not the end of the process', async () => {
  const events: string[] = []
  await using listener = await startOperatingListener({
    ...{ bind: '127.0.0.1', port: 0, log: ({ event }) => void events.push(event) },
    answers: () => Promise.reject(new Error('no figures')),
  })
  expect((await send(`http://127.0.0.1:${listener.port}`, '/metrics')).status).toBe(503)
  expect(events).toEqual(['request-failed'])
})
