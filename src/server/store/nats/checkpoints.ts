/** Checkpoints in JetStream: each in parts, and complete once its head is there. Nodes that write the same one do no harm. */
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { Checkpoint } from '../sqlite/projection.ts'
import { checkpointStream, checkpointSubject } from './nats-settings.ts'

/** About 120 bytes each, and client ids of up to a few hundred: below what NATS takes as one message. */
const streamsPerPart = 1_000

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
      const parts = Math.ceil(streams.length / streamsPerPart)
      for (let index = 0; index < parts; index++) {
        const part = streams.slice(index * streamsPerPart, (index + 1) * streamsPerPart)
        await js.publish(checkpointSubject(name, position.sequence, index), JSON.stringify(part))
      }
      const head = { version: 1, position, epoch, lastStreamId, parts }
      await js.publish(checkpointSubject(name, position.sequence, 'head'), JSON.stringify(head))
    },
    async remove(sequence) {
      await jsm.streams.purge(stream, { filter: checkpointSubject(name, sequence, '*') })
    },
  }
}
