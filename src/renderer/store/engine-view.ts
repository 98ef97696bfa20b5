/** What the window knows of the engine, the list aside: the snapshot, kept true by applying changes. Pure. */
import type { ActivityEntry, Change, Snapshot } from '../../contract/snapshot.ts'
import { assertNever } from './assert-never.ts'

export type EngineView = Omit<Snapshot, 'runId' | 'revision' | 'newest'>

/** How much of the activity log the window keeps: the engine keeps more. */
export const activityLimit = 300

export function toEngineView(snapshot: Snapshot): EngineView {
  const { runId: _runId, revision: _revision, newest: _newest, ...view } = snapshot
  return { ...view, activity: view.activity.slice(-activityLimit) }
}

/** @returns the same object when the change says nothing about the view */
export function applyChange(view: EngineView, change: Change): EngineView {
  switch (change.kind) {
    case 'notifications-arrived':
    case 'notifications-read':
    case 'all-read':
      return { ...view, counts: change.counts }
    case 'acknowledgement-changed':
      return view
    case 'connection-changed':
      return { ...view, connection: change.connection, source: change.source }
    case 'frame-received':
      return { ...view, lastFrameAt: change.lastFrameAt }
    case 'settings-changed':
      return { ...view, settings: change.settings }
    case 'storage-changed':
      return { ...view, storage: change.storage }
    case 'activity-logged':
      return { ...view, activity: appendActivity(view.activity, change.entries) }
    default:
      return assertNever(change)
  }
}

function appendActivity(known: readonly ActivityEntry[], entries: readonly ActivityEntry[]): ActivityEntry[] {
  return [...known, ...entries].slice(-activityLimit)
}
