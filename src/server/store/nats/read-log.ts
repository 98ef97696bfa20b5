/** Reads a JetStream stream in order and without gaps, as fast as what is read is dealt with. */
import type { JetStreamClient, JsMsg } from '@nats-io/jetstream'
import { messageOf } from '../../message-of.ts'
import type { RawEntry } from './applier.ts'

/** So many are asked for at a time: of the largest kind, some 30 MB. */
const maxMessages = 64
/** A consumer lives on one server of a cluster: that it died with it is known after two of these. */
const heartbeatMs = 2_000
const pullMs = 10_000
/** So many are dealt with as one; then nothing more is taken. */
const maxBatch = 256

/**
 * Resolves when the connection is gone, rejects when the stream cannot be read on: a gap, silence, or `onEntries` has
 * rejected.
 * @param first the sequence that has to come first
 */
export async function readLog(
  js: JetStreamClient,
  stream: string,
  first: number,
  onEntries: (entries: readonly RawEntry[]) => Promise<void>,
): Promise<void> {
  // Ordered: the library makes the consumer anew, from where it was, when something is missing.
  const consumer = await js.consumers.get(stream, { opt_start_seq: first })
  const messages = await consumer.consume({
    max_messages: maxMessages,
    expires: pullMs,
    idle_heartbeat: heartbeatMs,
  })
  let pending: RawEntry[] = []
  let working: Promise<void> | null = null
  let fault: Error | null = null
  let next = first

  // The library would try to mend it, for half a minute or for ever: to begin anew is sure, and as quick.
  const watch = async (): Promise<void> => {
    for await (const { type } of messages.status()) {
      if (type !== 'heartbeats_missed') continue
      fault ??= new Error('what follows the shared log has died')
      messages.stop()
    }
  }
  void watch()
  const work = async (): Promise<void> => {
    try {
      while (pending.length > 0) {
        const entries = pending
        pending = []
        await onEntries(entries)
      }
    } catch (error) {
      fault = error instanceof Error ? error : new Error(messageOf(error))
      messages.stop()
    } finally {
      working = null
    }
  }
  for await (const message of messages) {
    if (message.seq !== next) {
      fault ??= new Error(`The shared log has no entry ${next}: ${message.seq} came instead`)
      break
    }
    next += 1
    pending.push(toRawEntry(message))
    working ??= work()
    if (pending.length >= maxBatch) await working
    if (fault !== null) break
  }
  messages.stop()
  await working
  if (fault !== null) throw fault
}

const toRawEntry = ({ seq, headers, data }: JsMsg): RawEntry => ({
  sequence: seq,
  id: headers?.get('Nats-Msg-Id') ?? '',
  bytes: data,
})
