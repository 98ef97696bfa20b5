/** What the window knows of the engine, the list aside: the snapshot, kept true by applying changes. Pure. */
import type { JobView } from '../../contract/jobs.ts'
import type { ActivityEntry, Change, Snapshot } from '../../contract/snapshot.ts'
import type { Snooze } from '../../contract/snooze.ts'
import { assertNever } from './assert-never.ts'

export type EngineView = Omit<Snapshot, 'runId' | 'revision' | 'newest' | 'snoozes'> & {
  /** By row id: when a snoozed one comes back, in milliseconds since the epoch. */
  readonly snoozes: ReadonlyMap<number, number>
}

/** How much of the activity log the window keeps: the engine keeps more. */
export const activityLimit = 300

/** @param before what was known: what became of its jobs is still of interest, that of others is not */
export function toEngineView(snapshot: Snapshot, before: EngineView | null = null): EngineView {
  const { runId: _runId, revision: _revision, newest: _newest, ...view } = snapshot
  const known = new Set(before?.jobs.map(({ jobId }) => jobId))
  const jobs = view.jobs.filter((job) => !isOver(job) || known.has(job.jobId))
  return {
    ...{ ...view, jobs, activity: view.activity.slice(-activityLimit) },
    snoozes: byRow(view.snoozes),
  }
}

/** @returns the same object when the change says nothing about the view */
export function applyChange(view: EngineView, change: Change): EngineView {
  switch (change.kind) {
    case 'notifications-arrived':
    case 'notifications-read':
    case 'notifications-unread':
    case 'all-read':
    case 'notifications-deleted':
    case 'history-changed':
      return { ...view, counts: change.counts }
    case 'acknowledgement-changed':
    case 'pins-changed':
      return view
    case 'pinned-count-changed':
      return { ...view, pinnedCount: change.pinnedCount }
    case 'job-changed':
      return { ...view, jobs: putJob(view.jobs, change.job) }
    case 'connection-changed':
      return { ...view, connection: change.connection, source: change.source }
    case 'frame-received':
      return { ...view, lastFrameAt: change.lastFrameAt }
    case 'settings-changed':
      return { ...view, settings: change.settings }
    case 'storage-changed':
      return { ...view, storage: change.storage }
    case 'do-not-disturb-changed':
      return { ...view, doNotDisturb: change.doNotDisturb }
    case 'snoozes-changed':
      return { ...view, snoozes: byRow(change.snoozes) }
    case 'toasts-changed':
      return { ...view, toasts: change.toasts }
    case 'activity-logged':
      return { ...view, activity: appendActivity(view.activity, change.entries) }
    default:
      return assertNever(change)
  }
}

/** Jobs kept when they are over: what became of them is read, then dismissed. */
const jobLimit = 20

const isOver = ({ state }: JobView): boolean => state !== 'running' && state !== 'undoable'

function putJob(jobs: readonly JobView[], job: JobView): JobView[] {
  return [...jobs.filter(({ jobId }) => jobId !== job.jobId), job]
    .toSorted((one, other) => one.jobId - other.jobId)
    .slice(-jobLimit)
}

export function withoutJob(view: EngineView, jobId: number): EngineView {
  return { ...view, jobs: view.jobs.filter((job) => job.jobId !== jobId) }
}

const byRow = (snoozes: readonly Snooze[]): EngineView['snoozes'] =>
  new Map(snoozes.map(({ rowId, until }) => [rowId, until]))

function appendActivity(known: readonly ActivityEntry[], entries: readonly ActivityEntry[]): ActivityEntry[] {
  return [...known, ...entries].slice(-activityLimit)
}
