/** Loads what comes later, one after another, whenever the page has nothing else to do. */

type Deps = {
  /** As the page's own: runs something when nothing else is to be done. */
  readonly whenIdle: (run: () => void) => void
  readonly reportProblem: (problem: string) => void
}

export function loadWhenIdle(parts: readonly { load(): Promise<void> }[], deps: Deps): void {
  const [first, ...others] = parts
  if (first === undefined) return
  deps.whenIdle(() => {
    first
      .load()
      .catch((fault: unknown) =>
        deps.reportProblem(`A part of the window could not be loaded: ${String(fault)}`),
      )
      .then(() => loadWhenIdle(others, deps))
  })
}

/** Safari has no word for it. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run)
  else setTimeout(run, 300)
}
