/** Checkpoints in JetStream: each in parts, and complete once its head is there. Nodes that write the same one do no harm. */
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { Checkpoint } from '../sqlite/projection.ts'
import { checkpointStream, checkpointSubject } from './nats-settings.ts'

/** Below what NATS takes as one message, and whatever one stream of a client with the longest id adds. */
const bytesPerPart = 256 * 1024

const Count = Type.Integer({ minimum: 0 })
const Head = Compile(
  Type.Object({
    version: Type.Literal(1),
    position: Type.Object({ log: Type.String(), sequence: Count, mark: Type.String() }),
    epoch: Type.String({ pattern: '^[a-z0-9]{1,40}$' }),
    lastStreamId: Count,
    parts: Count,
  }),
)
const Part = Compile(
  Type.Array(
    Type.Object({
      streamId: Count,
      clientId: Type.Union([Type.String(), Type.Null()]),
      head: Count,
      settledOwn: Count,
      settledAll: Count,
      allSince: Count,
      seenAtMs: Count,
    }),
  ),
)

export type Checkpoints = {
  /** Sequences of those that are complete, the oldest first. */
  list(): Promise<readonly number[]>
  /** When it was written; null: it is gone. */
  writtenAtMs(sequence: number): Promise<number | null>
  /** @throws Error when it is not whole */
  load(sequence: number): Promise<Checkpoint>
  write(checkpoint: Checkpoint): Promise<void>
  remove(sequence: number): Promise<void>
}

export function createCheckpoints(jsm: JetStreamManager, js: JetStreamClient, name: string): Checkpoints {
  const stream = checkpointStream(name)

  async function read(sequence: number, part: number | string): Promise<unknown> {
    const message = await jsm.streams.getMessage(stream, {
      last_by_subj: checkpointSubject(name, sequence, part),
    })
    return message?.json() ?? null
  }

  return {
    async list() {
      const filter = checkpointSubject(name, '*', 'head')
      const { state } = await jsm.streams.info(stream, { subjects_filter: filter })
      const sequences = Object.keys(state.subjects ?? {}).map((subject) => Number(subject.split('.').at(-2)))
      return sequences.filter(Number.isSafeInteger).sort((a, b) => a - b)
    },
    async writtenAtMs(sequence) {
      const subject = checkpointSubject(name, sequence, 'head')
      return (await jsm.streams.getMessage(stream, { last_by_subj: subject }))?.time.getTime() ?? null
    },
    async load(sequence) {
      const head = await read(sequence, 'head')
      if (!Head.Check(head)) throw new Error(`The checkpoint ${sequence} cannot be read.`)
      const streams: Checkpoint['streams'][number][] = []
      for (let index = 0; index < head.parts; index++) {
        const part = await read(sequence, index)
        if (!Part.Check(part)) throw new Error(`The checkpoint ${sequence} is not whole.`)
        streams.push(...part)
      }
      const { position, epoch, lastStreamId } = head
      return { position, epoch, lastStreamId, streams }
    },
    async write({ position, epoch, lastStreamId, streams }) {
      const parts = partsOf(streams)
      for (const [index, part] of parts.entries()) {
        await js.publish(checkpointSubject(name, position.sequence, index), part)
      }
      const head = { version: 1, position, epoch, lastStreamId, parts: parts.length }
      await js.publish(checkpointSubject(name, position.sequence, 'head'), JSON.stringify(head))
    },
    async remove(sequence) {
      await jsm.streams.purge(stream, { filter: checkpointSubject(name, sequence, '*') })
    },
  }
}

/** Each the JSON text of an array. */
function partsOf(streams: Checkpoint['streams']): string[] {
  const parts: string[][] = []
  let bytes = bytesPerPart
  for (const stream of streams) {
    const text = JSON.stringify(stream)
    const size = Buffer.byteLength(text) + 1
    bytes += size
    if (bytes > bytesPerPart) {
      parts.push([])
      bytes = size
    }
    parts.at(-1)?.push(text)
  }
  return parts.map((part) => `[${part.join()}]`)
}
