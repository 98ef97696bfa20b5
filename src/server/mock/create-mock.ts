/**
 * The programmable mock: plays a scenario to clients of the notification API, for those who write one. It makes what the
 * server would make by itself, and adds faults; what is published goes past it, and is never lost by it.
 */
import type { Clock, Random } from '../../clock/clock.ts'
import { createDemoSource } from '../demo/demo-source.ts'
import type { Answer } from '../http/answer.ts'
import { openNotificationStream } from '../notification-stream.ts'
import { createKnownClients } from './known-clients.ts'
import type { MockPort } from './mock-port.ts'
import { type MockSession, type OpenStream, openMockSession } from './mock-session.ts'
import { nextMoment } from './plan/fires.ts'
import { planRefusal } from './plan/plan-refusal.ts'
import type { RecordedFrame } from './replay/read-recording.ts'
import { openReplayStream } from './replay/replay-stream.ts'
import type { Scenario } from './scenario/scenario.ts'
import { createSeededRandom } from './seeded-random.ts'
import { createWeightedTypes } from './weighted-types.ts'

export type Mock = {
  /** The scenario's, or the one that was drawn: with it the run can be had again. */
  readonly seed: number
  /** To be asked once for each attempt to connect; null: it is let in. */
  refuse(clientId: string): Answer | null
  open(clientId: string, port: MockPort): MockSession
}

const maxKnownClients = 10_000

/**
 * Each connection draws from the seed, its client id, and how many connections that client had before: so what one client
 * sees does not depend on others.
 * @param deps `random` draws a seed where the scenario has none; `recording` is what its replay names, null without one
 */
export function createMock(
  scenario: Scenario,
  deps: {
    readonly clock: Clock
    readonly random: Random
    readonly recording: readonly RecordedFrame[] | null
  },
): Mock {
  const { clock, recording } = deps
  const { mix, replay, faults = [], seed = Math.floor(deps.random() * 2 ** 32) } = scenario
  const startedAtMs = clock.monotonicNow()
  const clientOf = createKnownClients(maxKnownClients, (id) => createSeededRandom(seed, id, 'attempts'))

  const openDemo =
    (content: Random, rhythm: Random): OpenStream =>
    ({ emit }) => {
      const types = mix && { openTypes: () => createWeightedTypes(mix, content) }
      const make = createDemoSource({ clock, random: content, ...types })()
      const emitNext = (): void => {
        const frame = make()
        emit(JSON.stringify(frame), frame.id)
      }
      return openNotificationStream({ clock, random: rhythm, emit: emitNext })
    }

  const openReplay =
    (frames: readonly RecordedFrame[], random: Random): OpenStream =>
    (callbacks) =>
      openReplayStream({
        ...{ clock, random, frames, ...callbacks },
        speed: replay?.speed ?? 1,
        atEnd: replay?.atEnd ?? 'stop',
      })

  return {
    seed,
    refuse(clientId) {
      const client = clientOf(clientId)
      client.attempt = nextMoment(client.attempt, clock.monotonicNow() - startedAtMs)
      return planRefusal(faults, client.attempt, client.random)
    },
    open(clientId, port) {
      const client = clientOf(clientId)
      client.connections += 1
      const { connections } = client
      const randomFor = (use: string): Random => createSeededRandom(seed, clientId, connections, use)
      const rhythm = randomFor('rhythm')
      const openStream = recording ? openReplay(recording, rhythm) : openDemo(randomFor('content'), rhythm)
      return openMockSession({ faults, clock, port, connection: connections, randomFor, openStream })
    },
  }
}
