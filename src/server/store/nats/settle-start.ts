/** Brings this node's store to a place from which the shared log can be applied, and the log to where that can be done. */
import {
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream'
import { assertNever } from '../../assert-never.ts'
import type { Log } from '../../log/server-events.ts'
import { encodeEntry, encodeOperation } from '../log-entry.ts'
import type { CallQueue } from '../sqlite/call-queue.ts'
import { newEpoch } from '../sqlite/epoch.ts'
import type { Checkpoint, LogPosition } from '../sqlite/projection.ts'
import type { Checkpoints } from './checkpoints.ts'
import { decideStart, type Start } from './decide-start.ts'
import { epochOfLog } from './epoch-of-log.ts'
import { logStream, logSubject } from './nats-settings.ts'

export type SettleDeps = {
  readonly name: string
  readonly jsm: JetStreamManager
  readonly js: JetStreamClient
  readonly checkpoints: Checkpoints
  readonly queue: Pick<CallQueue, 'call'>
  readonly log: Log
}

export type SettledStart = {
  /** Up to here it is applied. */
  readonly after: number
  /** The log's end when that was found. */
  readonly until: number
  /** The store is not what it was: nobody can be told what is new in it. */
  readonly isRebuilt: boolean
}

/** JetStream's own number for a precondition that does not hold. */
const wrongLastSequence = 10_071

export async function settleStart(deps: SettleDeps): Promise<SettledStart> {
  const { queue } = deps
  let isRebuilt = false
  let isTrusted = true
  for (;;) {
    const info = await deps.jsm.streams.info(logStream(deps.name))
    const position = isTrusted ? await queue.call('position') : null
    const start = await look(deps, info, position)
    if (start.kind === 'continue') {
      return { after: position?.sequence ?? 0, until: info.state.last_seq, isRebuilt }
    }
    isRebuilt = true
    isTrusted = await carryOut(deps, info, start)
  }
}

async function look(deps: SettleDeps, info: StreamInfo, position: LogPosition | null): Promise<Start> {
  const { first_seq: firstSequence, last_seq: lastSequence } = info.state
  const markAtPosition = position === null ? null : await markAt(deps, position.sequence)
  const state = { log: info.created, firstSequence, lastSequence, markAtPosition }
  return decideStart(position, state, await deps.checkpoints.list())
}

async function markAt({ jsm, name }: SettleDeps, sequence: number): Promise<string | null> {
  if (sequence === 0) return null
  const message = await jsm.streams.getMessage(logStream(name), { seq: sequence })
  return message?.header.get('Nats-Msg-Id') ?? null
}

/** @returns whether this node's store may be gone on with */
async function carryOut(
  deps: SettleDeps,
  info: StreamInfo,
  start: Exclude<Start, { kind: 'continue' }>,
): Promise<boolean> {
  const { queue, checkpoints, log } = deps
  switch (start.kind) {
    case 'replay':
      await queue.call('begin', info.created, epochOfLog(info.created))
      return true
    case 'restore':
      await queue.call('restore', await checkpoints.load(start.sequence))
      return true
    case 'beginning-lost':
      log({ event: 'log-beginning-lost' })
      if (await renew(deps, info, true)) await queue.call('restore', nothingAt(info))
      return true
    case 'end-lost':
      log({ event: 'log-end-lost' })
      for (const sequence of await checkpoints.list()) {
        if (sequence > info.state.last_seq) await checkpoints.remove(sequence)
      }
      return !(await renew(deps, info, false))
    default:
      return assertNever(start)
  }
}

/** @returns false where another node has written first: then all has to be looked at again */
async function renew({ js, name }: SettleDeps, info: StreamInfo, empty: boolean): Promise<boolean> {
  const entry = encodeEntry([encodeOperation({ kind: 'renew', epoch: newEpoch(), empty })])
  try {
    const expect = { lastSequence: info.state.last_seq }
    await js.publish(logSubject(name), entry, { msgID: newEpoch(), expect })
    return true
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === wrongLastSequence) return false
    throw error
  }
}

/** Whatever was before is as if it had never been: the entry that comes next says so to every node. */
const nothingAt = ({ created, state }: StreamInfo): Checkpoint => ({
  position: { log: created, sequence: state.last_seq, mark: '' },
  epoch: epochOfLog(created),
  lastStreamId: 0,
  streams: [],
})
