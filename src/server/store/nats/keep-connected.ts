/** Connects, follows the log until the connection is lost, waits, and does it again: until disposed. */
import type { NatsConnection } from '@nats-io/transport-node'
import type { Clock, Random } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import { messageOf } from '../../message-of.ts'

/** Doubling, and drawn from its upper half: nodes that lost the same NATS do not come back as one. */
export const reconnectDelaysMs = { first: 250, most: 5_000 } as const

export function delayMs(failures: number, random: Random): number {
  const ceiling = Math.min(reconnectDelaysMs.most, reconnectDelaysMs.first * 2 ** failures)
  return ceiling * (0.5 + random() / 2)
}

export function keepConnected(deps: {
  readonly connect: () => Promise<NatsConnection>
  /** Until the connection is of no more use. @param onWorks to be called once it is of use */
  readonly follow: (nc: NatsConnection, onWorks: () => void) => Promise<void>
  readonly onLost: (reason: string) => void
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}): AsyncDisposable {
  const { clock, random, log } = deps
  const ending = Promise.withResolvers<void>()
  let isEnding = false
  let connection: NatsConnection | null = null
  let failures = 0
  let lastSaid = ''

  /** It is given up either way. */
  const closeConnection = async (): Promise<void> => {
    await connection?.close().catch(() => {})
  }

  async function once(): Promise<string> {
    try {
      connection = await deps.connect()
      if (isEnding) return ''
      // It lies in the nature of a stream that is followed that its end is no error.
      await deps.follow(connection, () => {
        log({ event: 'nats-connected' })
        failures = 0
        lastSaid = ''
      })
      return 'the connection was lost'
    } catch (error) {
      return explain(error)
    } finally {
      await closeConnection()
      connection = null
    }
  }

  async function run(): Promise<void> {
    while (!isEnding) {
      const reason = await once()
      if (isEnding) return
      deps.onLost(reason)
      // Once for each reason, not at each try.
      if (reason !== lastSaid) log({ event: 'nats-lost', reason })
      lastSaid = reason
      const timer = Promise.withResolvers<void>()
      using _timer = clock.setTimer(delayMs(failures, random), timer.resolve)
      failures += 1
      await Promise.race([timer.promise, ending.promise])
    }
  }
  const running = run()

  return {
    async [Symbol.asyncDispose]() {
      isEnding = true
      ending.resolve()
      await closeConnection()
      await running
    },
  }
}

const explanations: Readonly<Record<string, string>> = {
  JetStreamNotEnabled: 'it has no JetStream: start nats-server with -js, or enable it for this account',
  AuthorizationError: 'it refuses this user: look at the address of --nats, or at --nats-creds',
}

function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  return explanations[name] ?? messageOf(error)
}
