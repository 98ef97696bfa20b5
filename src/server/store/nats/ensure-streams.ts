/** Makes the two streams in JetStream, or brings those that are there to what the options say. */
import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  type StreamConfig,
  type StreamInfo,
  type StreamUpdateConfig,
} from '@nats-io/jetstream'
import {
  checkpointStream,
  checkpointSubject,
  logStream,
  logSubject,
  type NatsSettings,
} from './nats-settings.ts'

const nanosecondsOf = (ms: number): number => ms * 1_000_000
/** Longer than anyone tries to write the same entry again. */
const duplicateWindowMs = 5 * 60 * 1000
/**
 * Entries outlive what they publish. A node that begins from a checkpoint takes the oldest that still has all entries
 * after it: that one must be from before anything that is kept.
 */
const logSlackMs = 2 * 24 * 60 * 60 * 1000

/** @returns the log */
export async function ensureStreams(
  jsm: JetStreamManager,
  settings: NatsSettings,
  retentionMs: number,
): Promise<StreamInfo> {
  const { name, replicas, maxBytes } = settings
  const shared = { num_replicas: replicas, max_age: nanosecondsOf(retentionMs + logSlackMs) }
  await ensure(jsm, {
    ...shared,
    name: checkpointStream(name),
    subjects: [checkpointSubject(name, '*', '*')],
    max_msgs_per_subject: 1,
  })
  return ensure(jsm, {
    ...shared,
    name: logStream(name),
    subjects: [logSubject(name)],
    duplicate_window: nanosecondsOf(duplicateWindowMs),
    max_bytes: maxBytes ?? -1,
    // To drop the oldest would make nodes that begin later number otherwise than those that are there.
    discard: DiscardPolicy.New,
  })
}

/** JetStream's own number. */
const streamNotFound = 10_059

type Wanted = Partial<StreamConfig> & Pick<StreamConfig, 'name'>

async function ensure(jsm: JetStreamManager, wanted: Wanted): Promise<StreamInfo> {
  try {
    const found = await jsm.streams.info(wanted.name)
    return isAs(found.config, wanted) ? found : await jsm.streams.update(wanted.name, changeable(wanted))
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === streamNotFound)
      return await jsm.streams.add(wanted)
    throw error
  }
}

const changes = ['num_replicas', 'max_age', 'max_bytes'] as const

const isAs = (config: StreamConfig, wanted: Wanted): boolean =>
  changes.every((key) => wanted[key] === undefined || wanted[key] === config[key])

const changeable = (wanted: Wanted): Partial<StreamUpdateConfig> =>
  Object.fromEntries(changes.flatMap((key) => (wanted[key] === undefined ? [] : [[key, wanted[key]]])))
