/** A notification server for tests: real, on any free port, with a clock that the test turns. */
import type { Random } from '../../clock/clock.ts'
import { createManualClock, type ManualClock } from '../../clock/manual-clock.ts'
import type { ServerLimits } from '../limiting/server-limits.ts'
import { storeLimits } from '../limits.ts'
import { describeEvent } from '../log/server-events.ts'
import { type Metrics, noMetrics } from '../metrics/metrics.ts'
import { createMock } from '../mock/create-mock.ts'
import { readRecording } from '../mock/replay/read-recording.ts'
import type { Scenario } from '../mock/scenario/scenario.ts'
import { type NotificationServer, startNotificationServer } from '../notification-server.ts'
import type { NotificationServerOptions } from '../notification-server-options.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'

export type TestServer = AsyncDisposable & {
  readonly server: NotificationServer
  readonly url: string
  readonly clock: ManualClock
  /** What the server logged. */
  readonly lines: readonly string[]
  /** Resolves when the server has logged a line that holds this text. */
  logged(text: string): Promise<void>
}

type MockUnderTest = { readonly scenario?: Scenario; readonly recording?: readonly string[] }

function mockOf({ scenario, recording }: MockUnderTest, clock: ManualClock) {
  if (scenario === undefined) return {}
  const read = recording && readRecording(recording.join('\n'))
  if (read && !read.ok) throw new Error(read.problem)
  return { mock: createMock(scenario, { clock, random: () => 0.5, recording: read?.frames ?? null }) }
}

/** With its random in the middle, intervals are as long as the frequency says. */
export async function startTestServer(
  options: {
    readonly demo?: boolean
    readonly random?: Random
    readonly store?: Store
    readonly clock?: ManualClock
    readonly limits?: Partial<ServerLimits>
    readonly metrics?: Metrics
    /** What is replayed, where the scenario says so: the lines of its file. */
    readonly scenario?: Scenario
    readonly recording?: readonly string[]
  } & Pick<NotificationServerOptions, 'access' | 'tls'> = {},
): Promise<TestServer> {
  const clock = options.clock ?? createManualClock()
  const { metrics = noMetrics } = options
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const store = options.store ?? (await openSqliteStore({ file: null, limits: storeLimits, clock }))
  const server = await startNotificationServer({
    bind: '127.0.0.1',
    port: 0,
    store,
    ...(options.access ? { access: options.access } : {}),
    ...(options.tls ? { tls: options.tls } : {}),
    demo: options.demo ?? true,
    ...mockOf(options, clock),
    clock,
    random: options.random ?? (() => 0.5),
    ...(options.limits && { limits: options.limits }),
    metrics,
    log(event) {
      metrics.told(event)
      lines.push(describeEvent(event))
      for (const check of waiting) check()
    },
  })
  return {
    server,
    url: server.url,
    clock,
    lines,
    logged: (text) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!lines.some((line) => line.includes(text))) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      }),
    [Symbol.asyncDispose]: () => server.close(),
  }
}
