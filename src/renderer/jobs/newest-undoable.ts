/** Which deletion an undo would bring back. */
import type { JobView } from '../../contract/jobs.ts'

export const canUndo = (job: JobView, nowMs: number): boolean =>
  job.state === 'undoable' && job.undoUntil !== null && nowMs < job.undoUntil

/** @returns the last one that still counts; null when there is none */
export function newestUndoable(jobs: readonly JobView[], nowMs: number): JobView | null {
  return jobs.findLast((job) => canUndo(job, nowMs)) ?? null
}
