import { expect, test } from 'vitest'
import { readPresentedToken } from './presented-token.ts'

const read = (authorization: string | null, url = '/notify/alice') =>
  readPresentedToken({ headers: authorization === null ? {} : { authorization }, url })

test.each(['Bearer abc', 'bearer abc', 'BEARER abc', 'Bearer   abc ', ' bEaReR abc'])(
  '%j is abc',
  (header) => {
    expect(read(header)).toEqual({ kind: 'token', secret: 'abc' })
  },
)

test.each([null, '', 'abc', 'Basic abc', 'Bearer', 'Bearerabc', 'Token Bearer abc'])(
  '%j is none',
  (header) => {
    expect(read(header)).toEqual({ kind: 'none' })
  },
)

test('the query has it decoded, wherever it stands', () => {
  expect(read(null, '/ws/notify/alice?x=1&access_token=a%2Bb')).toEqual({ kind: 'token', secret: 'a+b' })
  expect(read('Basic x', '/?access_token=abc')).toEqual({ kind: 'token', secret: 'abc' })
  expect(read(null, '/ws/notify/access_token=abc')).toEqual({ kind: 'none' })
  expect(read(null, '/?Access_Token=abc')).toEqual({ kind: 'none' })
})

test('two are one too many, even where they are the same', () => {
  expect(read('Bearer abc', '/?access_token=abc').kind).toBe('twice')
  expect(read(null, '/?access_token=abc&access_token=def').kind).toBe('twice')
})
