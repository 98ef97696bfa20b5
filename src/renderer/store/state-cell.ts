/** Holds a value and tells its readers of changes, at most once a frame however often it changes. */

export type StateCell<State> = {
  /** The newest value. */
  read(): State
  /** What readers were last told of: stable between two frames, as React needs it. */
  published(): State
  update(change: (state: State) => State): void
  /** Runs at the next frame, before readers are told: for work worth doing once for a burst. */
  beforeNextFrame(run: () => void): void
  /** Tells readers now, and not at the next frame: before a first render, which should show the newest. */
  publish(): void
  /** @returns its own removal */
  subscribe(listener: () => void): () => void
}

/** @param onNextFrame runs something once, at the next frame */
export function createStateCell<State>(
  initial: State,
  onNextFrame: (run: () => void) => void,
): StateCell<State> {
  const listeners = new Set<() => void>()
  let current = initial
  let published = initial
  let isRequested = false
  let work: (() => void)[] = []

  function flush(): void {
    const due = work
    work = []
    for (const run of due) run()
    if (current === published) return
    published = current
    for (const listener of listeners) listener()
  }

  function request(): void {
    if (isRequested) return
    isRequested = true
    onNextFrame(() => {
      isRequested = false
      flush()
    })
  }

  return {
    read: () => current,
    published: () => published,
    update(change) {
      const next = change(current)
      if (next === current) return
      current = next
      request()
    },
    beforeNextFrame(run) {
      work.push(run)
      request()
    },
    publish: flush,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The page's next frame; a hidden page draws none, so there a timer takes its place. */
export function onPageFrame(run: () => void): void {
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    run()
  })
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame)
    run()
  }, 250)
}
