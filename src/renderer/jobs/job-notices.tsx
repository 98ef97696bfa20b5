/** What takes a while and what became of it: with its progress, and what can be done about it. */
import { CircleX, Hourglass, Info, type LucideIcon, Trash2 } from 'lucide-react'
import type { JobView } from '../../contract/jobs.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { isPicking } from '../list/picks.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { useTicking } from '../time/ticker-context.tsx'
import { useIsLater } from '../time/use-is-later.ts'
import { type JobNotice, jobNotice, progressWords } from './job-words.ts'
import { canUndo, newestUndoable } from './newest-undoable.ts'
import './jobs.css'

const noJobs: readonly JobView[] = []

/** @param isInline in the flow of what is around it, and not above everything */
export function JobNotices({ isInline = false }: { readonly isInline?: boolean }) {
  const { t } = useI18n()
  const jobs = useWindowState(({ engine }) => engine?.jobs ?? noJobs)
  const undoableId = useTicking((nowMs) => newestUndoable(jobs, nowMs)?.jobId ?? 0)
  // One deletion after another has one notice: the next undo comes up when the last is done.
  const shown = jobs.filter((job) => job.state !== 'undoable' || job.jobId === undoableId)
  const isCovered = useWindowState(({ overlay }) => overlay !== null)
  const isRaised = useWindowState(({ picks }) => isPicking(picks))
  return (
    <section
      className="jobs"
      data-inline={isInline}
      data-covered={!isInline && isCovered}
      data-raised={!isInline && isRaised}
      aria-label={t('jobs.title')}
      aria-live="polite"
    >
      {shown.map((job) => (
        <Job key={`${job.jobId} ${job.state}`} job={job} />
      ))}
    </section>
  )
}

/** What is over sooner than this is not worth a notice of its running. */
const shownAfterMs = 400

function Job({ job }: { readonly job: JobView }) {
  const i18n = useI18n()
  const isLate = useIsLater(shownAfterMs)
  const isUndoable = useTicking((nowMs) => canUndo(job, nowMs))
  const notice = jobNotice(i18n, job, isUndoable ? 0 : Number.POSITIVE_INFINITY)
  if (notice === null || (job.state === 'running' && !isLate)) return null
  const Icon = iconOf(job)
  return (
    <div className="job" data-tone={notice.tone}>
      <Icon className="notice-icon" size={16} aria-hidden="true" />
      <p className="job-text">{displayLine(notice.text)}</p>
      {job.state === 'running' && <Progress job={job} label={notice.text} />}
      <Action job={job} notice={notice} />
    </div>
  )
}

function iconOf({ state, kind }: JobView): LucideIcon {
  if (state === 'failed') return CircleX
  if (state === 'running') return Hourglass
  return kind === 'delete' ? Trash2 : Info
}

function Progress({ job, label }: { readonly job: JobView; readonly label: string }) {
  const words = progressWords(useI18n(), job)
  return (
    <>
      {/* Heard at the bar, by who asks for it, and not at each step. */}
      <span className="job-count" aria-hidden="true">
        {words}
      </span>
      <progress
        aria-label={label}
        aria-valuetext={words === '' ? undefined : words}
        {...(job.total === null ? {} : { max: Math.max(1, job.total), value: job.done })}
      />
    </>
  )
}

function Action({ job, notice }: { readonly job: JobView; readonly notice: JobNotice }) {
  const store = useStore()
  const { t } = useI18n()
  switch (notice.action) {
    case 'cancel':
      return (
        <JobButton word={t('jobs.cancel')} onClick={() => store.run('cancelJob', { jobId: job.jobId })} />
      )
    case 'undo':
      return (
        <JobButton word={t('jobs.undo')} onClick={() => store.run('undoDeletion', { jobId: job.jobId })} />
      )
    case 'dismiss':
      return <JobButton word={t('jobs.dismiss')} onClick={() => store.dismissJob(job.jobId)} />
    case null:
      return null
  }
}

function JobButton({ word, onClick }: { readonly word: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {word}
    </button>
  )
}
