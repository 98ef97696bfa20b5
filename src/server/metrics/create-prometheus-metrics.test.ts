/** What a scrape tells of a server that did something, read as Prometheus reads it. */
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { storeLimits } from '../limits.ts'
import { createIdMaker } from '../publishing/notification-id.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import { post, publish, send } from '../testing/http-client.ts'
import { connectListeningClient } from '../testing/listening-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'
import { startTokenServer } from '../testing/token-server.ts'
import { closeCodeLabel } from './close-code-label.ts'
import { createPrometheusMetrics } from './create-prometheus-metrics.ts'
import { deliveredAtMs } from './delivered-at.ts'
import { readExposition } from './testing/read-exposition.ts'

async function startCounted() {
  const running = await startTestServer({
    demo: false,
    metrics: createPrometheusMetrics({ withProcess: false }),
  })
  const scrape = async () => readExposition((await send(running.url, '/metrics')).text)
  return { ...running, scrape, [Symbol.asyncDispose]: running[Symbol.asyncDispose] }
}

test('what is published, delivered and acknowledged is counted', async () => {
  await using running = await startCounted()
  const alice = await connectListeningClient({ url: running.url, clientId: 'alice', resume: null })
  const id = await publish(running.url, '/notify/alice', 'one')
  await publish(running.url, '/notify/bob', 'waits')
  const last = await publish(running.url, '/notify', 'for everyone')
  await alice.receives(last)
  alice.acknowledge(id)
  await send(running.url, `/notify/alice/${id}?wait=30`)
  const { value } = await running.scrape()
  expect(value('tocsin_server_published_total')).toBe(3)
  expect(value('tocsin_server_delivered_total')).toBe(2)
  expect(value('tocsin_server_acknowledged_total')).toBe(1)
  expect(value('tocsin_server_store_duration_seconds_count')).toBe(3)
  expect(value('tocsin_server_write_duration_seconds_count')).toBe(3)
  expect(value('tocsin_server_acknowledge_duration_seconds_count')).toBe(1)
  expect(value('tocsin_server_connections')).toBe(1)
  expect(value('tocsin_server_clients')).toBe(1)
  // One for bob, and everyone's for both.
  expect(value('tocsin_server_backlog_notifications')).toBe(3)
  expect(value('tocsin_server_stored_notifications')).toBe(3)
  expect(value('tocsin_server_stored_bytes')).toBeGreaterThan(100)
  expect(value('tocsin_server_unsent_bytes')).toBe(0)
  expect(value('tocsin_server_store_calls')).toBe(0)
  await alice.drop()
})

test('what waited is counted when it is delivered, and not before', async () => {
  await using running = await startCounted()
  for (let i = 0; i < 5; i++) await publish(running.url, '/notify/alice', String(i))
  expect((await running.scrape()).value('tocsin_server_delivered_total')).toBe(0)
  const alice = await connectListeningClient({ url: running.url, clientId: 'alice', resume: null })
  const last = await publish(running.url, '/notify/alice', 'last')
  await alice.receives(last)
  expect((await running.scrape()).value('tocsin_server_delivered_total')).toBe(6)
  await alice.drop()
})

test('who comes and goes is counted, by close code', async () => {
  await using running = await startCounted()
  const client = await connectTestClient(running.url)
  client.socket.close(4321)
  await running.logged('"alice" left (4321)')
  const { value } = await running.scrape()
  expect(value('tocsin_server_connects_total')).toBe(1)
  expect(value('tocsin_server_closes_total{code="4xxx"}')).toBe(1)
  expect(value('tocsin_server_log_events_total{event="client-left",level="info"}')).toBe(1)
})

test('what is refused is counted, by what was asked for and status', async () => {
  await using running = await startCounted()
  await post(running.url, '/notify/alice', 'x'.repeat(70_000))
  await post(running.url, '/notify/alice', 'x', { Origin: 'http://elsewhere.example' })
  await send(running.url, '/nothing')
  await connectTestClient(running.url, '').catch(() => {})
  const { value } = await running.scrape()
  expect(value('tocsin_server_http_requests_total{route="publish",status="413"}')).toBe(1)
  expect(value('tocsin_server_http_requests_total{route="publish",status="403"}')).toBe(1)
  expect(value('tocsin_server_http_requests_total{route="nothing",status="404"}')).toBe(1)
  expect(value('tocsin_server_http_requests_total{route="endpoint",status="404"}')).toBe(1)
})

test('each name follows the rules of Prometheus, and each has a help of its own', async () => {
  await using running = await startCounted()
  await publish(running.url, '/notify/alice', 'x')
  const { families } = await running.scrape()
  expect(families.length).toBeGreaterThan(15)
  for (const { name, type, help, samples } of families) {
    expect(name).toMatch(/^tocsin_server_[a-z]+(_[a-z]+)*$/)
    expect(help).toMatch(/^[A-Z].{10,}\.$/)
    expect(name.endsWith('_total')).toBe(type === 'counter')
    // Base units, and the unit last.
    expect(name).not.toMatch(/_(ms|millis|milliseconds|minutes|kib|mb|percent)(_|$)/)
    if (type === 'histogram') expect(name).toMatch(/_seconds$/)
    expect(samples.length).toBeLessThan(50)
  }
  expect(new Set(families.map(({ help }) => help)).size).toBe(families.length)
})

test('figures of the process are there for a process of its own', async () => {
  const answer = await createPrometheusMetrics({ withProcess: true }).render()
  const { value, families } = readExposition(answer?.body ?? '')
  expect(answer?.contentType).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
  expect(families.map(({ name }) => name)).toContain('nodejs_eventloop_lag_p99_seconds')
})

test('metrics are for who may publish to everyone', async () => {
  const rights = { prometheus: { publish_to_everyone: true }, ci: { publish: ['*'] } }
  await using running = await startTokenServer(rights, {
    metrics: createPrometheusMetrics({ withProcess: false }),
  })
  const scrape = async (headers: Record<string, string>) =>
    (await send(running.url, '/metrics', { headers })).status
  expect(await scrape({})).toBe(401)
  expect(await scrape(running.bearer('ci'))).toBe(403)
  expect(await scrape(running.bearer('prometheus'))).toBe(200)
  expect((await send(running.url, '/healthz')).status).toBe(200)
})

test('a server that counts nothing says so', async () => {
  await using running = await startTestServer()
  expect((await send(running.url, '/metrics')).status).toBe(404)
})

test('clients choose close codes, and labels stay few', () => {
  const labels = new Set(Array.from({ length: 5_000 }, (_, code) => closeCodeLabel(code)))
  expect(labels.size).toBe(19)
})

test('a notification came when it was published, or when its client connected, if that was later', () => {
  const id = createIdMaker({ now: () => 5_000, randomHex: () => '00000000' })()
  expect(deliveredAtMs(id, [{ enteredAtMs: 1_000 }, { enteredAtMs: 9_000 }])).toBe(5_000)
  expect(deliveredAtMs(id, [{ enteredAtMs: 7_000 }])).toBe(7_000)
  expect(deliveredAtMs(id, [])).toBeNull()
  expect(deliveredAtMs('chosen-by-a-publisher', [{ enteredAtMs: 1_000 }])).toBeNull()
})

test('the time to an acknowledgement is told in seconds', async () => {
  const clock = createManualClock()
  await using running = await startTestServer({
    ...{ clock, demo: false, metrics: createPrometheusMetrics({ withProcess: false }) },
  })
  await using alice = await connectTestClient(running.url)
  const id = await publish(running.url, '/notify/alice', 'x')
  await alice.next()
  clock.advance(4_000)
  await alice.ask({ action: 'acknowledge', id })
  const { value } = readExposition((await send(running.url, '/metrics')).text)
  expect(value('tocsin_server_acknowledge_duration_seconds_sum')).toBe(4)
})

test('a store that says nothing keeps no other figure from who asks', async () => {
  const clock = createManualClock()
  const store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  const silent = { ...store, clientCount: 0, figures: () => new Promise<never>(() => {}) }
  const metrics = createPrometheusMetrics({ withProcess: false })
  await using running = await startTestServer({ store: silent, clock, metrics, demo: false })
  const asked = metrics.render()
  clock.advance(1_000)
  const body = (await asked)?.body ?? ''
  expect(readExposition(body).value('tocsin_server_connections')).toBe(running.server.clientCount)
  expect(() => readExposition(body).value('tocsin_server_backlog_notifications')).toThrow()
})
