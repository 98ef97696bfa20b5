import { expect, test } from 'vitest'
import type { Counts } from '../../contract/snapshot.ts'
import { countInList, countMatching, isSameFilter, matchesFilter, toggleType } from './list-filter.ts'
import { sampleRow } from './sample-rows.ts'

const counts: Counts = {
  info: { total: 10, unread: 1 },
  warning: { total: 20, unread: 2 },
  error: { total: 30, unread: 3 },
  success: { total: 40, unread: 4 },
}

test('counts what a filter lets through', () => {
  expect(countMatching(counts, {})).toBe(100)
  expect(countMatching(counts, { type: 'error' })).toBe(30)
  expect(countMatching(counts, { isUnread: true })).toBe(10)
  expect(countMatching(counts, { isUnread: false })).toBe(90)
  expect(countMatching(counts, { type: 'error', isUnread: true })).toBe(3)
})

test('counts pinned ones as a whole, and no part of them', () => {
  const known = { counts, pinnedCount: 7 }
  expect(countInList(known, { isPinned: true })).toBe(7)
  expect(countInList(known, { isPinned: false })).toBe(93)
  expect(countInList(known, { isPinned: true, type: 'error' })).toBeNull()
  expect(countInList(known, { isUnread: true })).toBe(10)
})

test('matches by pin', () => {
  const pinned = sampleRow(1, { pinnedAt: 5 })
  expect(matchesFilter(pinned, { isPinned: true })).toBe(true)
  expect(matchesFilter(sampleRow(1), { isPinned: true })).toBe(false)
  expect(matchesFilter(sampleRow(1), { isPinned: false })).toBe(true)
  expect(isSameFilter({ isPinned: true }, {})).toBe(false)
})

test('matches by type and by read state', () => {
  const read = sampleRow(1, { type: 'error', readAt: 5 })
  expect(matchesFilter(read, {})).toBe(true)
  expect(matchesFilter(read, { type: 'error' })).toBe(true)
  expect(matchesFilter(read, { type: 'info' })).toBe(false)
  expect(matchesFilter(read, { isUnread: true })).toBe(false)
  expect(matchesFilter(read, { isUnread: false })).toBe(true)
})

test('choosing the chosen type again chooses none, and leaves the read state alone', () => {
  expect(toggleType({ isUnread: true }, 'info')).toEqual({ isUnread: true, type: 'info' })
  expect(toggleType({ isUnread: true, type: 'info' }, 'info')).toEqual({ isUnread: true })
})
