import { expect, test } from 'vitest'
import type { Wish } from '../authorise.ts'
import { hashOf, isAccessToken, makeAccessToken } from './access-token.ts'
import { isExpired, mayDo, type Token } from './token.ts'

type Rights = Omit<Token, 'name' | 'hash'>

const token = (rights: Rights): Token => ({ name: 'ci', hash: hashOf('x'), ...rights })

test.each<[Wish['action'], string | null, Rights, boolean]>([
  ['publish', 'team-a', { publish: ['team-*'] }, true],
  ['publish', 'alice', { publish: ['team-*'] }, false],
  ['publish', 'alice', { publish: ['bob', 'alice'] }, true],
  ['publish', 'alice', { subscribe: ['*'], publish_to_everyone: true }, false],
  ['publish', null, { publish: ['*'], subscribe: ['*'] }, false],
  ['publish', null, { publish_to_everyone: true }, true],
  ['subscribe', 'alice', { subscribe: ['alice'] }, true],
  ['subscribe', 'alice', { publish: ['*'], publish_to_everyone: true }, false],
  ['look', 'alice', { subscribe: ['alice'] }, true],
  ['look', 'alice', { publish: ['a*'] }, true],
  ['look', 'bob', { publish: ['a*'], subscribe: ['alice'] }, false],
  ['look', null, { publish: ['*'], subscribe: ['*'] }, false],
  ['look', null, { publish_to_everyone: true }, true],
  ['publish', 'alice', {}, false],
])('%s %j with %j: %j', (action, clientId, rights, expected) => {
  expect(mayDo(token(rights), { action, clientId })).toBe(expected)
})

test('it is good until the moment that it expires, and for good without one', () => {
  const expires = '2030-01-01T00:00:00Z'
  expect(isExpired(token({ expires }), Date.parse(expires) - 1)).toBe(false)
  expect(isExpired(token({ expires }), Date.parse(expires))).toBe(true)
  expect(isExpired(token({}), Number.MAX_SAFE_INTEGER)).toBe(false)
})

test('a time that does not exist is past', () => {
  expect(isExpired(token({ expires: '2030-13-01T00:00:00Z' }), 0)).toBe(true)
})

test('a token is 256 bits of the generator, and nothing else is one', () => {
  const made = makeAccessToken((count) => Buffer.alloc(count, 0xfb))
  expect(made).toBe(`tocsin_${Buffer.alloc(32, 0xfb).toString('base64url')}`)
  expect(isAccessToken(made)).toBe(true)
  for (const other of ['', 'secret', made.slice(0, -1), `${made}a`, made.slice(7), `${made}\n`]) {
    expect(isAccessToken(other)).toBe(false)
  }
  expect(hashOf(made)).toMatch(/^sha256:[0-9a-f]{64}$/)
})
