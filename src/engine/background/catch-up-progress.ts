/** How far an index has come that was far behind: told by count, not by time, a few times a second. */

export type IndexProgress = {
  /** Rows indexed since it was far behind; equal to `total` when it has caught up. */
  readonly done: number
  readonly total: number
}

/** In rows. */
const farBehind = 20_000
const rowsBetweenProgress = 20_000

/** @param tell null: it stops before it has caught up, to go on later */
export function createCatchUpProgress(tell: (progress: IndexProgress | null) => void) {
  /** Null while the index is not far behind. */
  let run: { done: number; told: number | null } | null = null

  return {
    indexed(rows: number, behind: number): void {
      if (behind > farBehind) run ??= { done: 0, told: null }
      if (run === null) return
      run.done += rows
      const { done, told } = run
      if (behind > 0 && told !== null && done - told < rowsBetweenProgress) return
      run = behind > 0 ? { done, told: done } : null
      tell({ done, total: done + behind })
    },
    stopped(): void {
      if (run !== null) tell(null)
      run = null
    },
  }
}
