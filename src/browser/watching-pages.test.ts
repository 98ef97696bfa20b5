import { expect, it } from 'vitest'
import { createWatchingPages } from './watching-pages.ts'

function setUp() {
  /** What the engine was told, in order. */
  const told: unknown[] = []
  const pages = createWatchingPages(
    async (command, input) => {
      told.push([command, input])
      return { ok: true, output: {} }
    },
    () => told.push('stopped'),
  )
  const says = (page: object, isWatching: unknown) => pages.dispatch(page, 'noteWatching', { isWatching })
  return { told, pages, says, one: { page: 1 }, other: { page: 2 } }
}
const watching = ['noteWatching', { isWatching: true }]
const notWatching = ['noteWatching', { isWatching: false }]

it('a page that closes ends its own watching, and not that of the others', () => {
  const { told, pages, says, one, other } = setUp()
  void says(one, true)
  void says(other, true)
  pages.gone(other)
  expect(told).toEqual([watching, watching])
  pages.gone(one)
  expect(told.at(-1)).toBe('stopped')
})

it('a page in the background closes without a word', () => {
  const { told, pages, says, one, other } = setUp()
  void says(one, true)
  void says(other, false)
  pages.gone(other)
  expect(told).toEqual([watching, watching])
})

it('the focus goes from page to page, whichever says so first', () => {
  const { told, says, one, other } = setUp()
  void says(one, true)
  void says(other, true)
  void says(one, false)
  void says(other, false)
  expect(told).toEqual([watching, watching, watching, notWatching])
})

it('whatever else is asked, and what cannot be understood, goes on as it is', async () => {
  const { told, pages, says, one } = setUp()
  await pages.dispatch(one, 'quit', {})
  await says(one, 'yes')
  expect(told).toEqual([
    ['quit', {}],
    ['noteWatching', { isWatching: 'yes' }],
  ])
})
