/** Keeps the window's state true to the engine: a snapshot, then numbered changes, then anew after a gap. */
import type { ContractClient } from '../../contract/client.ts'
import type { EventData } from '../../contract/events.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { Change, Snapshot } from '../../contract/snapshot.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import type { Schedule } from '../time/schedule.ts'
import { judgeRevision, type Position } from './revision-gate.ts'

type StateEvent = EventData<'stateChanged'>

type Deps = {
  readonly client: ContractClient
  readonly schedule: Schedule
  readonly takeSnapshot: (snapshot: Snapshot) => void
  readonly takeChanges: (changes: readonly Change[]) => void
  readonly reportProblem: (problem: string) => void
}

export type SnapshotSync = {
  /** Reads the snapshot; called again when the host came back. */
  start(): void
  dispose(): void
}

const retryAfterMs = 1_000

/** Shown by the window itself, and no fault of anybody. */
const isHostGone = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'unavailable'

export function createSnapshotSync(deps: Deps): SnapshotSync {
  /** Null while a snapshot is awaited; events wait meanwhile. */
  let position: Position | null = null
  let waiting: StateEvent[] = []
  let readId = 0
  let cancelRetry = (): void => {}

  function read(): void {
    readId += 1
    const id = readId
    position = null
    cancelRetry()
    deps.client.call('getSnapshot', {}).then(
      (snapshot) => {
        if (id === readId) settle(snapshot)
      },
      (fault: unknown) => {
        if (id !== readId) return
        if (!isHostGone(fault)) deps.reportProblem(sentenceOf(fault))
        cancelRetry = deps.schedule(read, retryAfterMs)
      },
    )
  }

  function settle(snapshot: Snapshot): void {
    position = { runId: snapshot.runId, revision: snapshot.revision }
    deps.takeSnapshot(snapshot)
    // Those of another run were sent before this one began; a newer run would show itself at its next event.
    const events = waiting.filter((event) => event.runId === snapshot.runId)
    waiting = []
    for (const event of events) {
      // A snapshot older than what was told before it would be asked for without end.
      if (take(event) === 'gap') cancelRetry = deps.schedule(read, retryAfterMs)
    }
  }

  /** Applies what is next; what cannot be applied yet waits. */
  function take(event: StateEvent): 'done' | 'waits' | 'gap' {
    if (position === null) {
      waiting.push(event)
      return 'waits'
    }
    const judgement = judgeRevision(position, event)
    if (judgement === 'gap') {
      waiting = [event]
      position = null
      return 'gap'
    }
    if (judgement === 'next') {
      position = { runId: event.runId, revision: event.revision }
      deps.takeChanges(event.changes)
    }
    return 'done'
  }

  const unsubscribe = deps.client.on('stateChanged', (event) => {
    if (take(event) === 'gap') read()
  })
  return {
    start() {
      waiting = []
      read()
    },
    dispose() {
      readId += 1
      cancelRetry()
      unsubscribe()
    },
  }
}
