import { describe, expect, test } from 'vitest'
import type { JobView } from '../../contract/jobs.ts'
import type { ActivityEntry, Change } from '../../contract/snapshot.ts'
import { sampleJob } from '../jobs/sample-job.ts'
import { sampleCounts } from '../list/sample-rows.ts'
import { activityLimit, applyChange, type EngineView, toEngineView, withoutJob } from './engine-view.ts'
import { sampleSnapshot } from './sample-snapshot.ts'

const view = toEngineView(sampleSnapshot())
const entry = (entryId: number): ActivityEntry => ({
  entryId,
  at: entryId,
  kind: 'system',
  severity: 'info',
  text: `Entry ${entryId}`,
  detail: null,
})

const counts = sampleCounts(7, 3)
const settings = { ...view.settings, theme: 'dark' as const }
const connection = { phase: 'connecting', since: 5, attempt: 1 } as const
const source = {
  isEmbedded: false,
  url: 'wss://example.com',
  hasAccessToken: true,
  isOverride: false,
  publishUrl: null,
}
const storage = { problem: 'The disk is full.', waiting: 3 }

test.each<[Change, object]>([
  [{ kind: 'notifications-arrived', rows: [], counts }, { counts }],
  [{ kind: 'notifications-read', rowIds: [1], readAt: 1, acknowledgement: 'sent', counts }, { counts }],
  [{ kind: 'notifications-unread', rowIds: [1], counts }, { counts }],
  [{ kind: 'all-read', upToRowId: 1, readAt: 1, counts }, { counts }],
  [{ kind: 'notifications-deleted', rowIds: [1], counts }, { counts }],
  [{ kind: 'history-changed', counts }, { counts }],
  [{ kind: 'job-changed', job: sampleJob() }, { jobs: [sampleJob()] }],
  [
    { kind: 'connection-changed', connection, source },
    { connection, source },
  ],
  [{ kind: 'frame-received', lastFrameAt: 42 }, { lastFrameAt: 42 }],
  [{ kind: 'settings-changed', settings }, { settings }],
  [{ kind: 'storage-changed', storage }, { storage }],
  [
    { kind: 'do-not-disturb-changed', doNotDisturb: { reason: 'chosen', until: 9 } },
    { doNotDisturb: { reason: 'chosen', until: 9 } },
  ],
  [{ kind: 'snoozes-changed', snoozes: [{ rowId: 4, until: 9 }] }, { snoozes: new Map([[4, 9]]) }],
  [{ kind: 'toasts-changed', toasts: { problem: 'No service.' } }, { toasts: { problem: 'No service.' } }],
  [{ kind: 'activity-logged', entries: [entry(1)] }, { activity: [entry(1)] }],
])('%j', (change, expected) => {
  expect(applyChange(view, change)).toEqual({ ...view, ...expected })
})

test.each<Change>([
  { kind: 'acknowledgement-changed', rowIds: [1], acknowledgement: 'confirmed' },
  { kind: 'pins-changed', rowIds: [1], pinnedAt: 5 },
])('what concerns rows alone leaves the view the very same: %j', (change) => {
  expect(applyChange(view, change)).toBe(view)
})

describe('jobs', () => {
  const changed = (before: EngineView, ...jobs: readonly JobView[]): EngineView =>
    jobs.reduce((now, job) => applyChange(now, { kind: 'job-changed', job }), before)

  test('are known by their ids, in their order, until they are dismissed', () => {
    const after = changed(
      view,
      sampleJob({ jobId: 2 }),
      sampleJob({ jobId: 1 }),
      sampleJob({ jobId: 2, done: 9 }),
    )
    expect(after.jobs.map(({ jobId, done }) => [jobId, done])).toEqual([
      [1, 0],
      [2, 9],
    ])
    expect(withoutJob(after, 2).jobs.map(({ jobId }) => jobId)).toEqual([1])
  })

  test('that were over before this window opened are not brought up again', () => {
    const jobs = [
      sampleJob({ jobId: 1, state: 'done' }),
      sampleJob({ jobId: 2 }),
      sampleJob({ jobId: 3, state: 'undoable' }),
    ]
    expect(toEngineView(sampleSnapshot({ jobs })).jobs.map(({ jobId }) => jobId)).toEqual([2, 3])
    const before = changed(view, sampleJob({ jobId: 1 }))
    expect(toEngineView(sampleSnapshot({ jobs }), before).jobs.map(({ jobId }) => jobId)).toEqual([1, 2, 3])
  })
})

test('the activity log keeps its newest entries', () => {
  const entries = Array.from({ length: activityLimit + 5 }, (_, index) => entry(index + 1))
  const after = applyChange(view, { kind: 'activity-logged', entries })
  expect(after.activity.length).toBe(activityLimit)
  expect(after.activity.at(-1)).toEqual(entry(activityLimit + 5))
})
