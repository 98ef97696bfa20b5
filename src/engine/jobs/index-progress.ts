/** Shows the search index being built as a job, where that takes a while. */
import type { IndexProgress } from '../background/catch-up-progress.ts'
import type { Job, Jobs } from './jobs.ts'

/** @returns takes progress as the background thread tells it: null when it stopped, to go on later */
export function createIndexProgress(jobs: Jobs): { tell(progress: IndexProgress | null): void } {
  let job: Job | null = null
  return {
    tell(progress) {
      if (progress === null) {
        job?.end('cancelled')
        job = null
        return
      }
      job ??= jobs.start({ kind: 'index', total: progress.total })
      job.progress(progress.done, progress.total)
      if (progress.done < progress.total) return
      job.end('done')
      job = null
    },
  }
}
