/**
 * Counts for Prometheus, in a registry of its own. What is counted for each write is a plain number until somebody asks.
 * Names follow Prometheus' rules: base units, `_total` for what only grows.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type LogLevel, serverEvents } from '../log/server-events.ts'
import { closeCodeLabel } from './close-code-label.ts'
import type { Figures, Metrics } from './metrics.ts'

const prefix = 'tocsin_server_'

/** Each is a timer: ten times as many as the default would wake an idle machine for nothing. */
const loopPrecisionMs = 100

/** Seconds: from what is in memory to what waits for a disk. */
const workBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
/** Seconds: people, from a glance to after lunch. */
const peopleBuckets = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400]

/** @param withProcess also figures of the process: memory, CPU, garbage collection, event loop. For a process of its own. */
export function createPrometheusMetrics({ withProcess }: { readonly withProcess: boolean }): Metrics {
  const register = new Registry()
  const registers = [register]
  if (withProcess) collectDefaultMetrics({ register, eventLoopMonitoringPrecision: loopPrecisionMs })

  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `${prefix}${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `${prefix}${name}`, help, buckets, registers })

  const connects = counter('connects_total', 'WebSocket connections that were opened.')
  const closes = counter('closes_total', 'WebSocket connections that ended, by close code.', ['code'])
  const events = counter('log_events_total', 'What the log was told, also where it was not written.', [
    'event',
    'level',
  ])
  const requests = counter(
    'http_requests_total',
    'HTTP requests answered, and upgrades refused, by what was asked for and status.',
    ['route', 'status'],
  )
  const acknowledged = counter(
    'acknowledged_total',
    'Published notifications acknowledged, each once for a client.',
  )
  const store = histogram(
    'store_duration_seconds',
    'From a publication being read to it being durable.',
    workBuckets,
  )
  const write = histogram(
    'write_duration_seconds',
    'From notifications being stored to them being written to all that are connected, one for a commit.',
    workBuckets,
  )
  const acknowledge = histogram(
    'acknowledge_duration_seconds',
    'From a notification reaching a client to its acknowledgement.',
    peopleBuckets,
  )
  const published = counter('published_total', 'Notifications that were published and stored.')
  const delivered = grownCounter('delivered_total', 'Published notifications handed to a connection.')

  function grownCounter(name: string, help: string): { add(count: number): void } {
    let sum = 0
    new Counter({
      ...{ name: `${prefix}${name}`, help, registers },
      collect() {
        this.reset()
        this.inc(sum)
      },
    })
    return {
      add(count) {
        sum += count
      },
    }
  }

  function gauge(name: string, help: string): Gauge {
    return new Gauge({ name: `${prefix}${name}`, help, registers })
  }

  const connections = gauge('connections', 'WebSocket connections that are open.')
  const clients = gauge('clients', 'Client ids that are connected.')
  const known = gauge('known_clients', "Client ids that everyone's notifications wait for, connected or not.")
  const unsent = gauge('unsent_bytes', 'Waiting in memory for clients that read slowly.')
  const calls = gauge('store_calls', 'Calls that wait for the store, or are under way there.')
  const backlog = gauge(
    'backlog_notifications',
    'What waits for clients that have not acknowledged it, summed over clients.',
  )
  const stored = gauge('stored_notifications', 'Notifications in the store, acknowledged or not.')
  const storedBytes = gauge('stored_bytes', 'Size of the notifications in the store.')
  let figures: Figures | null = null

  async function readFigures(): Promise<void> {
    if (figures === null) return
    connections.set(figures.connections())
    clients.set(figures.clients())
    known.set(figures.knownClients())
    unsent.set(figures.unsentBytes())
    // Before the store is asked for its own.
    calls.set(figures.storeCalls())
    const kept = await figures.stored()
    // An old figure would hide that the store is silent.
    for (const each of [backlog, stored, storedBytes]) each.remove()
    if (kept === null) return
    backlog.set(kept.waiting)
    stored.set(kept.messages)
    storedBytes.set(kept.bytes)
  }

  return {
    told(event) {
      const { level }: { readonly level: LogLevel } = serverEvents[event.event]
      events.inc({ event: event.event, level })
      if (event.event === 'client-connected') connects.inc()
      if (event.event === 'client-left') closes.inc({ code: closeCodeLabel(event.closeCode) })
    },
    answered: (route, status) => requests.inc({ route, status }),
    published(seconds) {
      published.inc()
      store.observe(seconds)
    },
    written: (seconds) => write.observe(seconds),
    delivered: delivered.add,
    acknowledged(seconds) {
      acknowledged.inc()
      if (seconds !== null) acknowledge.observe(seconds)
    },
    watch(heard) {
      figures = heard
    },
    async render() {
      await readFigures()
      const body = await register.metrics()
      return {
        status: 200,
        contentType: register.contentType,
        body,
        headers: { 'Cache-Control': 'no-store' },
      }
    },
  }
}
