/** What a node does every minute: removes what is past its time, forgets clients, and writes checkpoints. */
import type { Clock, Random } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import { messageOf } from '../../message-of.ts'
import type { CallQueue } from '../sqlite/call-queue.ts'
import type { LogLink } from './log-follower.ts'
import type { LogWriter } from './log-writer.ts'
import { clientsAtOnce, slicesOf } from './slices.ts'

export type Keeping = AsyncDisposable & {
  /** Removes what is too much, or past its time. */
  expire(): Promise<void>
}

const everyMs = 60_000
/** Nodes look for a checkpoint now and then, not all at once. */
const lookEveryMs = 60 * 60 * 1000
const checkpointEveryMs = 6 * 60 * 60 * 1000

export function startKeeping(deps: {
  readonly queue: Pick<CallQueue, 'call'>
  readonly writer: Pick<LogWriter, 'write'>
  readonly link: () => LogLink | null
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}): Keeping {
  const { queue, writer, clock, random, log } = deps
  let expiring: Promise<void> | null = null
  let working: Promise<void> = Promise.resolve()
  let lookAtMs = clock.monotonicNow() + lookEveryMs * random()

  async function expireAll(): Promise<void> {
    try {
      while (await queue.call('expire', clock.now())) {
        // A slice at a time, what else came in between.
      }
    } catch {
      // The disk's trouble: it is tried again.
    } finally {
      expiring = null
    }
  }
  const expire = (): Promise<void> => {
    expiring ??= expireAll()
    return expiring
  }

  /** By the log, so that every node forgets the same clients at the same place. */
  async function forget(): Promise<void> {
    const clients = await queue.call('forgettable', clock.now())
    const slices = slicesOf(clients, clientsAtOnce)
    await Promise.all(slices.map((slice) => writer.write({ kind: 'forget', clients: slice })))
  }

  async function checkpoint({ checkpoints }: LogLink): Promise<void> {
    const newest = (await checkpoints.list()).at(-1)
    const writtenAtMs = newest === undefined ? null : await checkpoints.writtenAtMs(newest)
    if (writtenAtMs !== null && clock.now() - writtenAtMs < checkpointEveryMs) return
    const made = await queue.call('checkpoint')
    if (made.position.sequence > (newest ?? 0)) await checkpoints.write(made)
  }

  async function work(): Promise<void> {
    await expire()
    const link = deps.link()
    if (link === null) return
    try {
      await forget()
      if (clock.monotonicNow() < lookAtMs) return
      lookAtMs = clock.monotonicNow() + lookEveryMs * (0.5 + random())
      await checkpoint(link)
    } catch (error) {
      log({ event: 'log-not-kept', reason: messageOf(error) })
    }
  }

  const onDue = (): void => {
    timer = clock.setTimer(everyMs, onDue)
    working = working.then(work)
  }
  let timer = clock.setTimer(everyMs, onDue)
  return {
    expire,
    async [Symbol.asyncDispose]() {
      timer[Symbol.dispose]()
      await working
      await expiring
    },
  }
}
