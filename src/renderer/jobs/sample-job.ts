/** A made-up job for tests. */
import type { JobView } from '../../contract/jobs.ts'

export const sampleJob = (changes: Partial<JobView> = {}): JobView => ({
  jobId: 1,
  kind: 'delete',
  state: 'running',
  done: 0,
  total: 10,
  undoUntil: null,
  file: null,
  problem: null,
  ...changes,
})
