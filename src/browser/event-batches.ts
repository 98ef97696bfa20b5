/** Gathers the events of a moment, so that a burst comes to a page as one message a frame and not as a thousand. */
import type { Clock } from '../clock/clock.ts'

export type EventBatches = {
  /** @param text the event as JSON */
  add(text: string): void
  /** Sends what waits: what comes next must not overtake it. */
  flush(): void
  dispose(): void
}

type Deps = {
  readonly clock: Clock
  /** @param texts at least one, in their order */
  readonly send: (texts: readonly string[]) => void
}

/** A frame of a page: it shows no more often. */
const gatherMs = 16
/** A message that is much larger is a long task in the page. In UTF-16 code units. */
const fullLength = 64 * 1024

/** One that comes alone is sent at once; others wait until so much time has gone since the last message. */
export function createEventBatches({ clock, send }: Deps): EventBatches {
  let waiting: string[] = []
  let waitingLength = 0
  let timer: Disposable | null = null

  function flush(): void {
    if (waiting.length === 0) return
    const texts = waiting
    waiting = []
    waitingLength = 0
    send(texts)
  }

  function wait(): void {
    timer = clock.setTimer(gatherMs, () => {
      timer = null
      if (waiting.length === 0) return
      flush()
      wait()
    })
  }

  return {
    add(text) {
      waiting.push(text)
      waitingLength += text.length
      if (timer === null) wait()
      else if (waitingLength < fullLength) return
      flush()
    },
    flush,
    dispose: () => timer?.[Symbol.dispose](),
  }
}
