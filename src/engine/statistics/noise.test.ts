import { expect, it } from 'vitest'
import type { NotificationType } from '../../protocol/notification-type.ts'
import { createNoise } from './noise.ts'

/** In the order in which they are read: the newest first. */
function noiseOf(
  ...heard: readonly (readonly [title: string, isUnread: boolean, type?: NotificationType])[]
) {
  const noise = createNoise()
  for (const [place, [title, isUnread, type = 'info']] of heard.entries()) {
    noise.add({ rowId: 1_000 - place, type, title, isUnread })
  }
  return noise.items()
}
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

it('gathers titles that differ in numbers alone, by type, under the newest title', () => {
  const items = noiseOf(
    ['Build 43', true],
    ['Build 4', false],
    ['Build 7', true],
    ...times(2, ['Build 1', true, 'error'] as const),
  )
  expect(items).toEqual([
    {
      type: 'info',
      titlePattern: 'Build #',
      title: 'Build 43',
      newestRowId: 1_000,
      count: 3,
      unreadCount: 2,
    },
  ])
})

it('puts first what was never read most often, then what came most, then the newest', () => {
  const items = noiseOf(
    ...times(4, ['read', false] as const),
    ...times(3, ['new', true] as const),
    ...times(3, ['old', true] as const),
    ...times(5, ['most', true] as const),
    ...times(2, ['more', false] as const),
    ...times(3, ['more', true] as const),
  )
  expect(items.map(({ title }) => title)).toEqual(['most', 'more', 'new', 'old', 'read'])
})

it('gives no more than twenty', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  expect(noiseOf(...letters.flatMap((letter) => times(3, [letter, true] as const)))).toHaveLength(20)
})

it('keeps no more of a title than a list shows', () => {
  const [item] = noiseOf(...times(3, ['x'.repeat(5_000), true] as const))
  expect([item?.title.length, item?.titlePattern.length]).toEqual([300, 200])
})
