/** Work that takes a while, as windows see it: progress, cancelling, undoing. Not: the work itself. */
import type { Clock } from '../../clock/clock.ts'
import type { JobKind, JobView } from '../../contract/jobs.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, type Wording } from '../../i18n/wording.ts'

export type Job = {
  readonly view: JobView
  readonly isCancelled: boolean
  /** @param total where it is known only now */
  progress(done: number, total?: number): void
  end(
    state: Exclude<JobView['state'], 'running'>,
    more?: Partial<Pick<JobView, 'undoUntil' | 'done'>> & { readonly problem?: Wording | null },
  ): void
}

export type StartedJob = {
  readonly kind: JobKind
  readonly total: number | null
  readonly file?: string
  /** Called once, by the user's wish; the work ends the job itself. */
  onCancel?(): void
}

export type Jobs = {
  /** Those under way, and the last that ended. */
  readonly views: readonly JobView[]
  start(job: StartedJob): Job
  /** Nothing happens to one that has ended. */
  cancel(jobId: number): void
  view(jobId: number): JobView | null
}

/** Ended ones are remembered for a window that opens later. */
const rememberedLimit = 20
/** More news a second than this helps nobody. */
const tellEveryMs = 200

/** @param i18n the language of now: why a job failed stays as it was said */
export function createJobs(clock: Clock, i18n: () => I18n, onChanged: (view: JobView) => void): Jobs {
  const views = new Map<number, JobView>()
  const cancels = new Map<number, () => void>()
  let nextId = 1

  function forget(): void {
    const ended = [...views.values()].filter((view) => !isCurrent(view))
    for (const { jobId } of ended.slice(0, Math.max(0, ended.length - rememberedLimit))) views.delete(jobId)
  }

  return {
    get views() {
      return [...views.values()]
    },
    view: (jobId) => views.get(jobId) ?? null,
    cancel(jobId) {
      cancels.get(jobId)?.()
    },
    start({ kind, total, file, onCancel }) {
      const jobId = nextId++
      let toldAt = clock.monotonicNow()
      let isCancelled = false
      let view: JobView = {
        ...{ jobId, kind, total, state: 'running', done: 0 },
        ...{ undoUntil: null, file: file ?? null, problem: null },
      }
      const set = (next: JobView): void => {
        view = next
        views.set(jobId, view)
      }
      set(view)
      onChanged(view)
      cancels.set(jobId, () => {
        if (isCancelled || view.state !== 'running') return
        isCancelled = true
        onCancel?.()
      })

      return {
        get view() {
          return view
        },
        get isCancelled() {
          return isCancelled
        },
        progress(done, total) {
          set({ ...view, done, total: total ?? view.total })
          if (clock.monotonicNow() - toldAt < tellEveryMs) return
          toldAt = clock.monotonicNow()
          onChanged(view)
        },
        end(state, { problem = view.problem, ...more } = {}) {
          set({ ...view, state, ...more, problem: problem === null ? null : say(i18n(), problem) })
          if (state !== 'undoable') cancels.delete(jobId)
          forget()
          onChanged(view)
        },
      }
    },
  }
}

/** Under way, or still to be undone. */
export const isCurrent = ({ state }: JobView): boolean => state === 'running' || state === 'undoable'
