/** Serves as the command's options say, until a signal ends it: composes the server with its log, access, mock, store and metrics. */
import { systemClock } from '../clock/system-clock.ts'
import { type OpenAccess, openAccess } from './access/open-access.ts'
import type { Configuration } from './configuration/server-options.ts'
import { readTrustedProxies } from './limiting/client-address.ts'
import { limitsOf } from './limiting/limit-options.ts'
import { openLog } from './log/open-log.ts'
import type { Log } from './log/server-events.ts'
import { messageOf } from './message-of.ts'
import { createPrometheusMetrics } from './metrics/create-prometheus-metrics.ts'
import { loadMock, MockError } from './mock/load-mock.ts'
import { startNotificationServer } from './notification-server.ts'
import { drainInTime } from './operating/drain-in-time.ts'
import { onFirstSignal } from './operating/on-first-signal.ts'
import { openOperatingListener } from './operating/open-operating-listener.ts'
import { openConfiguredStore } from './store/open-configured-store.ts'

/**
 * @param storeWorkerFile what the store's thread runs
 * @returns the exit code, after one line on stderr; null while the server runs
 */
export async function serve(
  configuration: Configuration,
  { storeWorkerFile }: { readonly storeWorkerFile: URL },
): Promise<number | null> {
  const { bind, port, demo, 'trust-proxy': proxies, 'drain-seconds': drainSeconds } = configuration
  const logging = openLog(configuration, systemClock, process.stderr)
  const metrics = createPrometheusMetrics({ withProcess: true })
  const log: Log = (event) => {
    metrics.told(event)
    logging.log(event)
  }
  let opened: OpenAccess | null = null
  try {
    opened = openAccess(configuration, { clock: systemClock, log })
    const { access, tls, hasFiles, reload } = opened
    const mock = await loadMock(configuration, { clock: systemClock, random: Math.random })
    if (mock) log({ event: 'mock-plays', seed: mock.seed })
    const store = await openConfiguredStore(configuration, {
      ...{ clock: systemClock, random: Math.random, log, workerFile: storeWorkerFile },
    })
    const server = await startNotificationServer({
      ...{ bind, port, demo, store, access, metrics, log },
      ...(mock ? { mock } : {}),
      ...(tls === null ? {} : { tls }),
      clock: systemClock,
      random: Math.random,
      limits: limitsOf(configuration),
      trustedProxies: proxies && readTrustedProxies(proxies),
    })
    // It ends a server whose terminal is gone, but not one that a service manager told to reload, with nothing to read again.
    if (hasFiles || !process.stdin.isTTY) process.on('SIGHUP', () => reload(server))
    const listener = await openOperatingListener(configuration, server, log)
    onFirstSignal(async () => {
      log({ event: 'draining', connections: server.clientCount, seconds: drainSeconds })
      const isOver = await drainInTime(server, { clock: systemClock, withinMs: drainSeconds * 1000 })
      await listener?.[Symbol.asyncDispose]()
      log({ event: isOver ? 'stopped' : 'stopped-early' })
      await logging[Symbol.asyncDispose]()
      process.exit(0)
    })
    process.stdout.write(`Listening on ${server.url}\n`)
    return null
  } catch (error) {
    opened?.[Symbol.dispose]()
    await logging[Symbol.asyncDispose]()
    process.stderr.write(`tocsin-server: ${messageOf(error)}\n`)
    return error instanceof MockError ? 2 : 1
  }
}
