import { expect, test } from 'vitest'
import type { ActivityEntry } from '../../contract/snapshot.ts'
import { activityKinds, everything, filterActivity } from './activity-filter.ts'

const entry = (entryId: number, changes: Partial<ActivityEntry>): ActivityEntry => ({
  ...{ entryId, at: entryId, kind: 'system', severity: 'info', text: '', detail: null },
  ...changes,
})
const entries = [
  entry(1, { kind: 'connection' }),
  entry(2, { kind: 'rejected', severity: 'warning' }),
  entry(3, { kind: 'connection', severity: 'error' }),
]
const ids = (shown: readonly ActivityEntry[]): readonly number[] => shown.map(({ entryId }) => entryId)

test('the newest come first, and filters narrow them together', () => {
  expect(ids(filterActivity(entries, everything))).toEqual([3, 2, 1])
  expect(ids(filterActivity(entries, { kind: 'connection', isProblemsOnly: false }))).toEqual([3, 1])
  expect(ids(filterActivity(entries, { kind: null, isProblemsOnly: true }))).toEqual([3, 2])
  expect(ids(filterActivity(entries, { kind: 'connection', isProblemsOnly: true }))).toEqual([3])
})

test('every kind can be chosen', () => {
  const every: Readonly<Record<ActivityEntry['kind'], true>> = {
    ...{ connection: true, system: true, acknowledgement: true, rejected: true },
    ...{ settings: true, toast: true, storage: true },
  }
  expect([...activityKinds].sort()).toEqual(Object.keys(every).sort())
})
