/**
 * Writes what this node's store is asked for to the shared log: many calls as one entry, one entry under way at a time, so
 * that what one publisher sends keeps its order. An entry that may have been lost is written again under the same id, and
 * JetStream takes it once.
 */
import type { Clock } from '../../../clock/clock.ts'
import { messageOf } from '../../message-of.ts'
import { encodeEntry, encodeOperation, type LogOperation, type LogResult } from '../log-entry.ts'
import { StoreError } from '../sqlite/store-error.ts'
import type { Applier, Expected } from './applier.ts'

export type LogWriter = {
  /** Resolves when it is in the log, and applied here. Rejects, and may be in the log all the same, with what to do. */
  write(operation: LogOperation): Promise<LogResult>
  /** Resolves when nothing is waiting or under way. */
  whenIdle(): Promise<void>
}

/** What takes entries: the connection that there is just now. */
export type LogSink = {
  /** Null: it takes them. */
  problem(): string | null
  /** The largest entry, in bytes. */
  readonly maxBytes: number
  publish(id: string, entry: Uint8Array): Promise<void>
  /** Of what `publish` rejects with: whether it would do so again. */
  isFinal(error: unknown): boolean
}

const maxOperations = 512
/** More would make others wait for long. */
const maxEntryBytes = 512 * 1024
const entryOverhead = 256
/** So long is tried before whoever waits is told; a change of JetStream's leader takes a few seconds. */
const writeWithinMs = 10_000
const retryAfterMs = 250
/** So long is waited for an entry to come back that is in the log. */
const appliedWithinMs = 10_000

type Waiting = {
  readonly text: string
  readonly bytes: number
  readonly resolve: (result: LogResult) => void
  readonly reject: (error: unknown) => void
}

/** @param writerId is of this process alone */
export function createLogWriter(deps: {
  readonly sink: LogSink
  readonly applier: Pick<Applier, 'expect'>
  readonly clock: Clock
  readonly writerId: string
}): LogWriter {
  const { sink, applier, clock, writerId } = deps
  const waiting: Waiting[] = []
  const idle: (() => void)[] = []
  let entries = 0
  let underWay = 0
  let isBusy = false

  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.setTimer(ms, resolve))

  function takeBatch(): Waiting[] {
    const most = Math.min(maxEntryBytes, sink.maxBytes - entryOverhead)
    let bytes = 0
    const length = waiting.findIndex((next, index) => {
      bytes += next.bytes + 1
      return index === maxOperations || (index > 0 && bytes > most)
    })
    return waiting.splice(0, length === -1 ? waiting.length : length)
  }

  /** @returns what went wrong */
  async function publishOnce(id: string, entry: Uint8Array): Promise<unknown> {
    const problem = sink.problem()
    if (problem !== null) return new StoreError(problem)
    return sink.publish(id, entry).then(
      () => null,
      (error: unknown) => error,
    )
  }

  async function publish(id: string, entry: Uint8Array, expected: Expected): Promise<void> {
    const lastTryMs = clock.monotonicNow() + writeWithinMs - retryAfterMs
    for (;;) {
      const error = await publishOnce(id, entry)
      // Only its answer was lost, if it came back already.
      if (error === null || expected.isApplied) return
      if (sink.isFinal(error) || clock.monotonicNow() > lastTryMs) {
        throw new StoreError(`The shared log has not taken it: ${messageOf(error)}`)
      }
      await pause(retryAfterMs)
    }
  }

  async function settle(batch: readonly Waiting[], expected: Expected): Promise<void> {
    const late = clock.setTimer(appliedWithinMs, () => expected[Symbol.dispose]())
    try {
      const results = await expected.results
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] ?? null)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    late[Symbol.dispose]()
    expected[Symbol.dispose]()
    underWay -= 1
    rest()
  }

  const rest = (): void => {
    if (isBusy || underWay > 0) return
    for (const resolve of idle.splice(0)) resolve()
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = takeBatch()
      entries += 1
      const id = `${writerId}-${entries}`
      const expected = applier.expect(id)
      try {
        await publish(id, encodeEntry(batch.map(({ text }) => text)), expected)
        underWay += 1
        void settle(batch, expected)
      } catch (error) {
        for (const { reject } of batch) reject(error)
        expected[Symbol.dispose]()
      }
    }
    isBusy = false
    rest()
  }

  return {
    write(operation) {
      const problem = sink.problem()
      if (problem !== null) return Promise.reject(new StoreError(problem))
      const text = encodeOperation(operation)
      const bytes = Buffer.byteLength(text)
      if (bytes > sink.maxBytes - entryOverhead) {
        const most = `NATS takes ${sink.maxBytes} bytes at a time, and this has ${bytes}`
        return Promise.reject(new StoreError(`${most}: raise max_payload in its configuration`))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ text, bytes, resolve, reject })
        if (isBusy) return
        isBusy = true
        // At the end of the turn: what else comes in it goes along.
        setImmediate(() => void work())
      })
    },
    whenIdle: () => new Promise((resolve) => (isBusy || underWay > 0 ? void idle.push(resolve) : resolve())),
  }
}
