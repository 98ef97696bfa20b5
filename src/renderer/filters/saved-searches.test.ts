import { expect, test } from 'vitest'
import { savedSearchLimit } from '../../contract/saved-search.ts'
import {
  added,
  isSameQuery,
  keysOf,
  moved,
  nameLimit,
  proposedName,
  renamed,
  restored,
  without,
} from './saved-searches.ts'

const search = (name: string) => ({ name, query: `${name} query` })
const three = ['a', 'b', 'c'].map(search)

test('a search is added at the end, and no more than there is room for', () => {
  expect(added(three, search('d')).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
  const full = Array.from({ length: savedSearchLimit }, (_, number) => search(`${number}`))
  expect(added(full, search('d'))).toBe(full)
})

test('a name is changed, and its query is not', () => {
  expect(renamed(three, 1, 'B')[1]).toEqual({ name: 'B', query: 'b query' })
})

test('a removed search comes back where it stood', () => {
  expect(restored(without(three, 1), { search: search('b'), index: 1 })).toEqual(three)
  expect(restored([], { search: search('b'), index: 1 })).toEqual([search('b')])
})

test('it does not come back twice, nor beyond the limit', () => {
  expect(restored(three, { search: search('b'), index: 1 })).toBe(three)
  const full = Array.from({ length: savedSearchLimit }, (_, number) => search(`${number}`))
  expect(restored(full, { search: search('b'), index: 1 })).toBe(full)
})

test('a search moves by one, and not over the ends', () => {
  expect(moved(three, 2, -1).map(({ name }) => name)).toEqual(['a', 'c', 'b'])
  expect(moved(three, 0, 1).map(({ name }) => name)).toEqual(['b', 'a', 'c'])
  expect(moved(three, 0, -1)).toBe(three)
  expect(moved(three, 2, 1)).toBe(three)
})

test.each([
  ['disk full', 'Disk full'],
  ['disk* type:error is:unread', 'Disk'],
  ['"disk full" -backup', 'Disk full'],
  ['type:error is:unread', 'Error unread'],
  ['-type:info', 'Info'],
  ['source:"a b"', 'A b'],
])('the name proposed for %j is %j', (query, name) => {
  expect(proposedName(query, [])).toBe(name)
})

test('a proposed name is not taken yet, and never too long', () => {
  expect(proposedName('disk', [search('Disk'), search('Disk 2')])).toBe('Disk 3')
  const long = proposedName('x'.repeat(900), [])
  expect(long).toHaveLength(nameLimit)
  expect(proposedName('x'.repeat(900), [{ name: long, query: 'q' }]).length).toBeLessThanOrEqual(nameLimit)
  expect(proposedName('😀'.repeat(40), [])).toBe('😀'.repeat(30))
})

test('white space around a query makes no other query', () => {
  expect(isSameQuery('disk ', 'disk')).toBe(true)
  expect(isSameQuery('disk', 'disc')).toBe(false)
})

test('each search has a key of its own, which goes with it', () => {
  expect(keysOf(renamed(three, 1, 'B'))).toEqual(keysOf(three))
  const doubled = [...three, search('a')]
  expect(new Set(keysOf(doubled)).size).toBe(4)
  expect(keysOf(moved(three, 0, 1))).toEqual([keysOf(three)[1], keysOf(three)[0], keysOf(three)[2]])
})
