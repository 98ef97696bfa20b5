/** Sets a title now and then at most: a browser that is told of each of a burst's takes more time for it than the list. */
import type { Schedule } from '../time/schedule.ts'

export type PacedTitle = { set(title: string): void; dispose(): void }

type Deps = {
  readonly show: (title: string) => void
  readonly schedule: Schedule
  /** From one to the next at least. */
  readonly everyMs: number
}

/** The first is shown at once; of those that come too soon, the last when its time has come. */
export function createPacedTitle({ show, schedule, everyMs }: Deps): PacedTitle {
  let waiting: string | null = null
  let cancel: (() => void) | null = null

  function put(title: string): void {
    show(title)
    cancel = schedule(() => {
      cancel = null
      const next = waiting
      waiting = null
      if (next !== null) put(next)
    }, everyMs)
  }

  return {
    set(title) {
      if (cancel === null) put(title)
      else waiting = title
    },
    dispose: () => cancel?.(),
  }
}
