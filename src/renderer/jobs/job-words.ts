/** A job in words, and what can be done about it. Pure. */
import type { JobKind, JobView } from '../../contract/jobs.ts'
import { locale } from '../time/locale.ts'
import { canUndo } from './newest-undoable.ts'

export type JobNotice = {
  readonly tone: 'neutral' | 'error'
  /** A sentence. Does not count along while the job runs: that would be heard again and again. */
  readonly text: string
  readonly action: 'cancel' | 'undo' | 'dismiss' | null
}

const doing: Readonly<Record<JobKind, string>> = {
  'mark-as-read': 'Marking as read…',
  delete: 'Deleting…',
  undo: 'Bringing back…',
  export: 'Exporting…',
  import: 'Importing…',
  index: 'Preparing the search…',
}

const attempt: Readonly<Record<JobKind, string>> = {
  'mark-as-read': 'Not everything was marked as read.',
  delete: 'Not everything was deleted.',
  undo: 'Not everything was brought back.',
  export: 'The export failed.',
  import: 'The import failed.',
  index: 'The search could not be prepared.',
}

/** What stops halfway and is no use would only be begun again: it is not offered to be cancelled. */
const uncancellable: ReadonlySet<JobKind> = new Set<JobKind>(['undo', 'index', 'mark-as-read'])

/** @returns null when there is nothing to say */
export function jobNotice(job: JobView, nowMs: number): JobNotice | null {
  switch (job.state) {
    case 'running':
      return { tone: 'neutral', text: doing[job.kind], action: uncancellable.has(job.kind) ? null : 'cancel' }
    case 'undoable':
      return canUndo(job, nowMs) ? { tone: 'neutral', text: deleted(job), action: 'undo' } : null
    case 'failed':
      return { tone: 'error', text: job.problem ?? attempt[job.kind], action: 'dismiss' }
    case 'done':
      return doneNotice(job)
    case 'cancelled':
    case 'undone':
      return null
  }
}

function doneNotice(job: JobView): JobNotice | null {
  const said = doneSentence(job)
  if (said === null && job.problem === null) return null
  const text = [said, job.problem].filter((part) => part !== null).join(' ')
  return { tone: 'neutral', text, action: 'dismiss' }
}

function doneSentence({ kind, done, file }: JobView): string | null {
  if (kind === 'export') return `Exported ${notifications(done)}${file === null ? '' : ` to ${file}`}.`
  if (kind === 'import') return `Imported ${notifications(done)}${file === null ? '' : ` from ${file}`}.`
  return null
}

const deleted = ({ done }: JobView): string =>
  done === 1 ? 'Notification deleted.' : `${count(done)} notifications deleted.`

const count = (value: number): string => value.toLocaleString(locale)
const notifications = (value: number): string =>
  value === 1 ? '1 notification' : `${count(value)} notifications`

/** `1,200 of 10,000`; where the whole is not known, what is done. Empty before anything is. */
export function progressWords({ done, total }: JobView): string {
  if (total !== null) return `${count(Math.min(done, total))} of ${count(total)}`
  return done === 0 ? '' : count(done)
}
