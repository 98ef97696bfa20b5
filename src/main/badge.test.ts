import type { NativeImage } from 'electron'
import { expect, it } from 'vitest'
import { english } from '../i18n/i18n-under-test.ts'
import { type BadgePlaces, createBadge, drawBadgeCount, drawOverlayMark } from './badge.ts'

const picture = {} as NativeImage // compared, never looked into

function setUp() {
  const counts: (number | undefined)[] = []
  const marks: (readonly [NativeImage | null, string])[] = []
  const places: BadgePlaces = {
    app: { setBadgeCount: (count) => counts.push(count) > 0 },
    window: { setOverlayIcon: (overlay, text) => void marks.push([overlay, text]) },
    picture: () => picture,
    i18n: () => english,
  }
  return { counts, marks, places }
}

it('the count is drawn when it changes, and again for a new window', () => {
  const { counts, places } = setUp()
  const badge = createBadge((count) => drawBadgeCount(places, count))
  badge.redraw()
  for (const count of [0, 3, 3, 4]) badge.update(count)
  badge.redraw()
  badge.update(0)
  expect(counts).toEqual([3, 4, 4, 0])
})

it('a mark on the task bar says in words what it stands for', () => {
  const { marks, places } = setUp()
  for (const count of [1, 12, 0]) drawOverlayMark(places, count)
  drawOverlayMark({ ...places, window: null }, 5)
  expect(marks).toEqual([
    [picture, '1 unread notification'],
    [picture, '12 unread notifications'],
    [null, ''],
  ])
})
