/** What a notification server is made from: by the command from its options, by the app and tests from what they need. */
import type { BlockList } from 'node:net'
import type { Clock, Random } from '../clock/clock.ts'
import type { Access } from './access/access.ts'
import type { TlsCertificate } from './access/tls-certificate.ts'
import type { ServerLimits } from './limiting/server-limits.ts'
import type { Log } from './log/server-events.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Mock } from './mock/create-mock.ts'
import type { Store } from './store/store.ts'

export type NotificationServerOptions = {
  /** An address of this machine, or a name for one. */
  readonly bind: string
  /** 0 for any free one. */
  readonly port: number
  /** Whether to generate notifications at each client's frequency. */
  readonly demo: boolean
  /** Plays a scenario in the place of the demo, whatever `demo` says. */
  readonly mock?: Mock
  readonly clock: Clock
  readonly random: Random
  /** Where what is published waits. The server closes it. */
  readonly store: Store
  /** Absent: whoever is on this machine may do everything. */
  readonly access?: Access
  /** Absent: no TLS. */
  readonly tls?: TlsCertificate
  /** Those that are left out are as `defaultServerLimits` has them. */
  readonly limits?: Partial<ServerLimits>
  /** Whose `X-Forwarded-For` counts; absent: nobody's. */
  readonly trustedProxies?: BlockList | null
  /** Absent: nothing is counted. */
  readonly metrics?: Metrics
  /** Told who comes and goes, and what went wrong. */
  readonly log?: Log
}
