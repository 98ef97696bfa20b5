/** Waits until this node has applied all that was in the log when it was asked: what any node promised before is seen then. */

/** @returns many who ask meanwhile share the next look at the log's end */
export function createBarrier(deps: {
  /** The log's last sequence, asked of who decides it. */
  readonly lastSequence: () => Promise<number>
  readonly whenApplied: (sequence: number) => Promise<void>
}): () => Promise<void> {
  let current: Promise<void> | null = null
  let next: Promise<void> | null = null

  const look = async (): Promise<void> => deps.whenApplied(await deps.lastSequence())
  const begin = (): Promise<void> => {
    const started = look().finally(() => {
      if (current === started) current = null
    })
    current = started
    return started
  }
  // The one under way may have looked before this was asked.
  const afterCurrent = async (under: Promise<void>): Promise<void> => {
    await under.catch(() => {})
    next = null
    return begin()
  }
  return () => {
    if (current === null) return begin()
    next ??= afterCurrent(current)
    return next
  }
}
