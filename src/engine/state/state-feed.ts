/** Numbers the changes that windows are told of, and gathers those of one turn into one event. */
import type { EventData } from '../../contract/events.ts'
import type { Change } from '../../contract/snapshot.ts'

export type StateFeed = {
  readonly revision: number
  publish(change: Change): void
  /** Sends what has gathered now: a snapshot must not be older than the revision it names. */
  flush(): void
}

export function createStateFeed(runId: string, emit: (event: EventData<'stateChanged'>) => void): StateFeed {
  let revision = 0
  let gathered: Change[] = []

  function flush(): void {
    if (gathered.length === 0) return
    const changes = gathered
    gathered = []
    revision += 1
    emit({ runId, revision, changes })
  }

  return {
    get revision() {
      return revision
    },
    publish(change) {
      if (gathered.length === 0) queueMicrotask(flush)
      gathered.push(change)
    },
    flush,
  }
}
