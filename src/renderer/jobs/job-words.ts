/** A job in words, and what can be done about it. Pure. */
import type { JobKind, JobView } from '../../contract/jobs.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { canUndo } from './newest-undoable.ts'

export type JobNotice = {
  readonly tone: 'neutral' | 'error'
  /** A sentence. Does not count along while the job runs: that would be heard again and again. */
  readonly text: string
  readonly action: 'cancel' | 'undo' | 'dismiss' | null
}

/** What stops halfway and is no use would only be begun again: it is not offered to be cancelled. */
const uncancellable: ReadonlySet<JobKind> = new Set<JobKind>(['undo', 'index', 'mark-as-read'])

/** @returns null when there is nothing to say */
export function jobNotice({ t }: I18n, job: JobView, nowMs: number): JobNotice | null {
  switch (job.state) {
    case 'running': {
      const action = uncancellable.has(job.kind) ? null : 'cancel'
      return { tone: 'neutral', text: t(`jobs.doing.${job.kind}`), action }
    }
    case 'undoable': {
      const text = t('jobs.deleted', { count: job.done })
      return canUndo(job, nowMs) ? { tone: 'neutral', text, action: 'undo' } : null
    }
    case 'failed':
      return { tone: 'error', text: job.problem ?? t(`jobs.failed.${job.kind}`), action: 'dismiss' }
    case 'done':
      return doneNotice(t, job)
    case 'cancelled':
    case 'undone':
      return null
  }
}

function doneNotice(t: I18n['t'], job: JobView): JobNotice | null {
  const said = doneSentence(t, job)
  if (said === null && job.problem === null) return null
  const text = [said, job.problem].filter((part) => part !== null).join(' ')
  return { tone: 'neutral', text, action: 'dismiss' }
}

function doneSentence(t: I18n['t'], { kind, done: count, file }: JobView): string | null {
  if (kind === 'export') {
    return file === null ? t('jobs.exported', { count }) : t('jobs.exported.to', { count, file })
  }
  if (kind === 'import') {
    return file === null ? t('jobs.imported', { count }) : t('jobs.imported.from', { count, file })
  }
  return null
}

/** `1,200 of 10,000`; where the whole is not known, what is done. Empty before anything is. */
export function progressWords({ t, formats }: I18n, { done, total }: JobView): string {
  if (total === null) return done === 0 ? '' : formats.number(done)
  return t('jobs.progress', { done: formats.number(Math.min(done, total)), total: formats.number(total) })
}
