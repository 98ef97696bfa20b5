import { expect, test } from 'vitest'
import { savedQuery } from './saved-query.ts'
import { composeQuery, isSearching } from './search-query.ts'

test('white space asks for nothing', () => {
  expect(isSearching(' \t')).toBe(false)
  expect(composeQuery('  ', {})).toBe('')
})

test.each([
  ['back', 'back*'],
  ['disk ba', 'disk ba*'],
  ['Größe', 'Größe*'],
  ['"disk full" ba', '"disk full" ba*'],
])('the word being typed in %j stands for all that begin so', (search, query) => {
  expect(composeQuery(search, {})).toBe(query)
})

test.each([
  'b',
  'back ',
  'back*',
  'type:err',
  '-back',
  '"disk fu',
  'code:50',
  'back"',
  'a-b',
  'node.js',
  'a_b',
  'e\u0301',
])('%j is sent as it stands', (search) => {
  expect(composeQuery(search, {})).toBe(search)
})

test('the buttons beside the box narrow what the words find', () => {
  expect(composeQuery('back', { isUnread: true, type: 'error' })).toBe('back* is:unread type:error')
  expect(composeQuery('', { type: 'info' })).toBe('type:info')
  expect(composeQuery('back', { isPinned: true })).toBe('back* is:pinned')
})

test('a type button narrows a typed type, and does not add to it', () => {
  expect(composeQuery('type:error', { type: 'info' })).toBe(
    'type:error -type:warning -type:error -type:success',
  )
})

test('positions in the query are positions in what was typed', () => {
  const search = ' typo:error  ba'
  expect(composeQuery(search, { isUnread: true }).startsWith(search)).toBe(true)
})

test('a search is saved as it was typed, with the filters that were on', () => {
  expect(savedQuery(' back', {})).toBe('back')
  expect(savedQuery('back', { type: 'error', isPinned: true })).toBe('back* is:pinned type:error')
})
