/** How far counts, facets and the noise report look. That they are right: found-figures.property.test.ts. */
import { describe, expect, it } from 'vitest'
import { countFound } from './count-found.ts'
import { countFacets } from './facet-counts.ts'
import { createFinder } from './finder.ts'
import { openIndexFile } from './index-file.ts'
import { historyUnderTest, queryOf } from './index-under-test.ts'
import { reportNoise } from './noise-report.ts'
import { everything } from './query.ts'
import { createShapeReader } from './stored-notification.ts'

const never = () => false
const always = () => true
const now = 1_800_000_000_000
const dayMs = 86_400_000

/** Of a history of which nothing is indexed. */
function finderUnderTest() {
  const { files, history, add } = historyUnderTest()
  const database = openIndexFile(files)
  const shapesFor = createShapeReader(database)
  const finder = createFinder({ database, shapesFor, indexedUpTo: () => 0 })
  return {
    ...{ history, add, finder, shapesFor, atOnce: finder.atOnce },
    [Symbol.dispose]: () => database.close(),
  }
}

describe('a count', () => {
  it('stops at its limit, and is of the newest', () => {
    using world = finderUnderTest()
    for (const readAt of [null, 1, null, 1, 1]) world.add({ title: 'disk' }, { readAt })
    const count = (limit: number) =>
      world.atOnce(() => countFound(world.finder, queryOf('disk'), never, limit))
    expect(count(3)).toEqual({ total: 3, unread: 1, isMore: true })
    expect(count(5)).toEqual({ total: 5, unread: 2, isMore: false })
  })

  it('counts as read what "mark all" has covered, before it is marked on disk', () => {
    using world = finderUnderTest()
    for (let row = 0; row < 3; row++) world.add({ title: 'disk' })
    world.history.exec('INSERT INTO read_jobs (before_row_id, read_at) VALUES (3, 1)')
    const count = world.atOnce(() => countFound(world.finder, queryOf('disk'), never))
    expect(count).toEqual({ total: 3, unread: 1, isMore: false })
  })
})

describe('facets', () => {
  it('are of the newest alone where there are more', () => {
    using world = finderUnderTest()
    for (const type of ['error', 'info', 'info', 'warning']) world.add({ type })
    const facets = world.atOnce(() => countFacets(world.finder, world.shapesFor, everything, never, 3))
    expect(facets).toEqual({
      isMore: true,
      facets: [
        { operator: 'type', value: 'info', count: 2 },
        { operator: 'type', value: 'warning', count: 1 },
      ],
    })
  })

  it('are at most eight of each operator, the commonest first, then the lowest', () => {
    using world = finderUnderTest()
    for (let code = 20; code > 0; code--) world.add({ type: 'error', error_code: code })
    for (const code of [9, 9, 12]) world.add({ type: 'error', error_code: code })
    const facets = world.atOnce(() => countFacets(world.finder, world.shapesFor, everything, never))
    expect(facets?.facets.map(({ value, count }) => [value, count])).toEqual([
      ...[
        ['9', 3],
        ['12', 2],
      ],
      ...['1', '2', '3', '4', '5', '6'].map((value) => [value, 1]),
    ])
  })
})

describe('the noise report', () => {
  const report = (world: ReturnType<typeof finderUnderTest>, limit?: number) =>
    world.atOnce(() => reportNoise(world.finder, world.shapesFor, now - 7 * dayMs, never, limit))

  it('is of the last days, without what was deleted', () => {
    using world = finderUnderTest()
    for (const daysAgo of [9, 7.1, 6.9, 3])
      world.add({ title: 'Ping' }, { receivedAt: now - daysAgo * dayMs })
    world.add({ title: 'Ping' }, { receivedAt: now, deletionId: 1 })
    const read = world.add({ title: 'Ping' }, { receivedAt: now, readAt: now })
    expect(report(world)).toEqual({
      items: [
        ...[
          { type: 'info', titlePattern: 'Ping', title: 'Ping', newestRowId: read, count: 3, unreadCount: 2 },
        ],
      ],
      ...{ scanned: 3, since: now - 7 * dayMs },
    })
  })

  it('that looks at a part alone says since when', () => {
    using world = finderUnderTest()
    for (const daysAgo of [4, 3, 2, 1]) world.add({}, { receivedAt: now - daysAgo * dayMs })
    expect(report(world, 3)).toMatchObject({ scanned: 3, since: now - 3 * dayMs, items: [{ count: 3 }] })
    expect(report(world, 5)).toMatchObject({ scanned: 4, since: now - 7 * dayMs })
  })
})

it('all of them stop where they are cancelled', () => {
  using world = finderUnderTest()
  world.add({ title: 'disk' })
  const { finder, shapesFor, atOnce } = world
  expect(atOnce(() => countFound(finder, queryOf('disk'), always))).toBeNull()
  expect(atOnce(() => countFacets(finder, shapesFor, everything, always))).toBeNull()
  expect(atOnce(() => reportNoise(finder, shapesFor, 0, always))).toBeNull()
})

it('all of them look whether they are cancelled while they go on', () => {
  using world = finderUnderTest()
  for (let row = 0; row < 450; row++) world.add({})
  let looks = 0
  const later = () => ++looks > 2
  expect(world.atOnce(() => countFound(world.finder, everything, later))).toBeNull()
  expect(looks).toBe(3)
})
