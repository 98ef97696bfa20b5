/**
 * The store of a node among many: they share one log in NATS JetStream, and each applies it to an SQLite store of its own,
 * from which it reads. Ready at once; until NATS is there it refuses what has to be written or known for sure.
 */
import { randomUUID } from 'node:crypto'
import { JetStreamApiError } from '@nats-io/jetstream'
import type { Clock, Random } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import type { AppendResult } from '../sqlite/append.ts'
import { createCallQueue } from '../sqlite/call-queue.ts'
import { openCallRunner, type StoreFile } from '../sqlite/open-call-runner.ts'
import { StoreError } from '../sqlite/store-error.ts'
import type { StoreFacts } from '../sqlite/store-work.ts'
import { toAppended } from '../sqlite/stored-message.ts'
import type { StoreLimits } from '../sqlite/tidy.ts'
import type { AcknowledgementOutcome, ClientStanding, Store, StoreListener } from '../store.ts'
import { createApplier } from './applier.ts'
import { createBarrier } from './barrier.ts'
import { connectToNats } from './connect-to-nats.ts'
import { keepConnected } from './keep-connected.ts'
import { startKeeping } from './keeping.ts'
import { followLog, type LogLink } from './log-follower.ts'
import { createLogWriter, type LogSink } from './log-writer.ts'
import type { NatsSettings } from './nats-settings.ts'
import { clientsAtOnce, slicesOf } from './slices.ts'

export type NatsStoreOptions = {
  readonly settings: NatsSettings
  /** Where this node's copy is; of a file, what is there of another log is replaced. */
  readonly file: StoreFile
  readonly limits: StoreLimits
  readonly clock: Clock
  readonly random: Random
  readonly log?: Log
}

/** @throws StoreError when the file cannot be used. That NATS is not there yet is no error. */
export async function openNatsStore(options: NatsStoreOptions): Promise<Store> {
  const { settings, file, limits, clock, random, log = () => {} } = options
  let listener: StoreListener | null = null
  let facts: StoreFacts = { clientCount: 0, isOverfull: false }
  let link: LogLink | null = null
  let problem = 'NATS was not reached yet'

  const runner = await openCallRunner({
    ...{ file, limits, clock, log, durability: 'normal' },
    // What its thread had applied and told nobody is found by its position; those who are connected read it.
    onRestarted: () => listener?.onInterrupted(),
  })
  const queue = createCallQueue({
    run: runner.run,
    onDone(_calls, _results, newFacts) {
      facts = newFacts
      if (facts.isOverfull) void keeping.expire()
    },
  })
  const applier = createApplier({ queue, listener: () => listener, log })
  const linked = (): LogLink => {
    if (link === null) throw new StoreError(`${problem}: try again in a moment`)
    return link
  }
  const sink: LogSink = {
    problem: () => (link === null ? `${problem}: try again in a moment` : null),
    get maxBytes() {
      return link?.maxBytes ?? Number.POSITIVE_INFINITY
    },
    publish: (id, entry) => linked().publish(id, entry),
    isFinal: (error) => error instanceof JetStreamApiError && isRefusal(error),
  }
  const writer = createLogWriter({ sink, applier, clock, writerId: randomUUID() })
  const barrier = createBarrier({
    lastSequence: async () => linked().lastSequence(),
    whenApplied: applier.whenApplied,
  })
  const keeping = startKeeping({ queue, writer, clock, random, link: () => link, log })
  await queue.call('facts')
  const connected = keepConnected({
    ...{ clock, random, log },
    connect: () => connectToNats(settings),
    follow: (nc, onWorks) =>
      followLog(nc, {
        ...{ settings, queue, applier, log, retentionMs: limits.retentionMs },
        onCaughtUp(found) {
          link = found
          onWorks()
        },
      }),
    onLost(reason) {
      link = null
      problem = `NATS cannot be used just now (${reason})`
      applier.interrupt()
    },
  })

  return {
    retentionMs: limits.retentionMs,
    get clientCount() {
      return facts.clientCount
    },
    listen(heard) {
      listener = heard
    },
    async append(draft) {
      return toAppended(draft, (await writer.write({ kind: 'append', draft })) as AppendResult) // that of an `append`
    },
    async enter(clientId, nowMs) {
      // Another node may have sent this client what this one has not heard of yet.
      await barrier()
      const standing = await queue.call('standing', clientId, nowMs)
      return standing ?? ((await writer.write({ kind: 'enter', clientId, atMs: nowMs })) as ClientStanding) // of an `enter`
    },
    async acknowledge(acknowledgement) {
      return (await writer.write({ kind: 'acknowledge', ...acknowledgement })) as AcknowledgementOutcome // its result
    },
    async noteDelivered(ranges) {
      const slices = slicesOf(ranges, clientsAtOnce)
      await Promise.all(slices.map((slice) => writer.write({ kind: 'deliver', ranges: slice })))
    },
    figures: () => queue.call('figures'),
    read: (request) => queue.call('read', request),
    async receipt(request) {
      const found = await queue.call('receipt', request)
      if (found !== null) return found
      // Published at another node, maybe: without NATS nobody knows.
      await barrier()
      return queue.call('receipt', request)
    },
    async [Symbol.asyncDispose]() {
      await keeping[Symbol.asyncDispose]()
      await writer.whenIdle()
      await connected[Symbol.asyncDispose]()
      await queue.whenIdle()
      await runner.close()
    },
  }
}

/** The log is full (10077), or it will not have it: only 503 is a matter of time. */
const isRefusal = (error: JetStreamApiError): boolean => error.status !== 503 || error.code === 10_077
