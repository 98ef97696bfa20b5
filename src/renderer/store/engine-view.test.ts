import { expect, test } from 'vitest'
import type { ActivityEntry, Change } from '../../contract/snapshot.ts'
import { sampleCounts } from '../list/sample-rows.ts'
import { activityLimit, applyChange, toEngineView } from './engine-view.ts'
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
const source = { isEmbedded: false, url: 'wss://example.com' }
const storage = { problem: 'The disk is full.', waiting: 3 }

test.each<[Change, object]>([
  [{ kind: 'notifications-arrived', rows: [], counts }, { counts }],
  [{ kind: 'notifications-read', rowIds: [1], readAt: 1, acknowledgement: 'sent', counts }, { counts }],
  [{ kind: 'all-read', upToRowId: 1, readAt: 1, counts }, { counts }],
  [
    { kind: 'connection-changed', connection, source },
    { connection, source },
  ],
  [{ kind: 'frame-received', lastFrameAt: 42 }, { lastFrameAt: 42 }],
  [{ kind: 'settings-changed', settings }, { settings }],
  [{ kind: 'storage-changed', storage }, { storage }],
  [{ kind: 'activity-logged', entries: [entry(1)] }, { activity: [entry(1)] }],
])('%j', (change, expected) => {
  expect(applyChange(view, change)).toEqual({ ...view, ...expected })
})

test('what concerns rows alone leaves the view the very same', () => {
  const change: Change = { kind: 'acknowledgement-changed', rowIds: [1], acknowledgement: 'confirmed' }
  expect(applyChange(view, change)).toBe(view)
})

test('the activity log keeps its newest entries', () => {
  const entries = Array.from({ length: activityLimit + 5 }, (_, index) => entry(index + 1))
  const after = applyChange(view, { kind: 'activity-logged', entries })
  expect(after.activity.length).toBe(activityLimit)
  expect(after.activity.at(-1)).toEqual(entry(activityLimit + 5))
})
