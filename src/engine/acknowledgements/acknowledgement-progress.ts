/** Shows how far a great number of acknowledgements has come: a job with its progress. Few make no job. */
import type { Clock } from '../../clock/clock.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'

export type AcknowledgementProgress = Disposable & {
  /** Something was marked as read, sent, confirmed or given up. */
  changed(): void
}

export type AcknowledgementProgressDeps = {
  readonly clock: Clock
  readonly jobs: Jobs
  /** How many of the source of now are not confirmed and not given up yet; rows that are still to be marked count too. */
  waitingCount(): number
}

/** As many as may be under way at once are sent in a moment. */
const worthShowing = 50
const lookEveryMs = 500

export function createAcknowledgementProgress(deps: AcknowledgementProgressDeps): AcknowledgementProgress {
  const { clock, jobs } = deps
  let job: Job | null = null
  let total = 0
  let timer: Disposable | null = null

  function look(): void {
    timer = null
    const waiting = deps.waitingCount()
    if (job === null) {
      if (waiting <= worthShowing) return
      total = waiting
      job = jobs.start({ kind: 'mark-as-read', total })
      return
    }
    total = Math.max(total, waiting)
    job.progress(total - waiting, total)
    if (waiting > 0) return
    job.end('done')
    job = null
  }

  return {
    changed() {
      timer ??= clock.setTimer(lookEveryMs, look)
    },
    [Symbol.dispose]() {
      timer?.[Symbol.dispose]()
    },
  }
}
