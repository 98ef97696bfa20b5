import fc from 'fast-check'
import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { ClientPattern, matchesClient } from './client-pattern.ts'

const starless = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('*', ''))
const clientId = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })

test('without a star it is one client id and no other', () => {
  fc.assert(
    fc.property(starless, clientId, (pattern, id) => {
      expect(matchesClient(pattern, pattern)).toBe(true)
      expect(matchesClient(pattern, id)).toBe(pattern === id)
    }),
  )
})

test('with a star it is all that begin so, and a star alone is all', () => {
  fc.assert(
    fc.property(starless, clientId, (start, id) => {
      expect(matchesClient(`${start}*`, start + id)).toBe(true)
      expect(matchesClient(`${start}*`, id)).toBe(id.slice(0, start.length) === start)
      expect(matchesClient('*', id)).toBe(true)
    }),
  )
})

test('what begins a pattern differs in one character: no match', () => {
  fc.assert(
    fc.property(starless, clientId, fc.nat(), (start, id, at) => {
      if (start === '') return
      const index = at % start.length
      const other = String.fromCharCode((start.charCodeAt(index) + 1) % 0x10000)
      expect(matchesClient(`${start}*`, start.slice(0, index) + other + start.slice(index + 1) + id)).toBe(
        false,
      )
    }),
  )
})

test('nothing else is special: no case, no dots, no slashes, no percent', () => {
  expect(matchesClient('team.a', 'teamxa')).toBe(false)
  expect(matchesClient('Alice', 'alice')).toBe(false)
  expect(matchesClient('team-*', 'team')).toBe(false)
  expect(matchesClient('team/*', 'team/a/b')).toBe(true)
  expect(matchesClient('a%2A', 'a*')).toBe(false)
})

test.each(['', 'a*b', '**', '*a', '*.*'])('%j is no pattern', (pattern) => {
  expect(Check(ClientPattern, pattern)).toBe(false)
})
