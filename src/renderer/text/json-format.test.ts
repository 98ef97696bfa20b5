import { expect, test } from 'vitest'
import { formatJson } from './json-format.ts'

test('indents as JSON.stringify does', () => {
  const value = { a: [1, { b: [] }, {}], 'c "d"': '{,[:]}', e: null, f: 'back\\slash\\"', g: [[]] }
  expect(formatJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
})

test('keeps what reading would lose: long numbers, repeated keys, escapes', () => {
  expect(formatJson('{"n":12345678901234567890,"n":1.0e2,"s":"\\u0041"}')).toBe(
    '{\n  "n": 12345678901234567890,\n  "n": 1.0e2,\n  "s": "\\u0041"\n}',
  )
})

test('knows what is not JSON', () => {
  expect(formatJson('{"a":')).toBeNull()
  expect(formatJson('')).toBeNull()
})

test('a megabyte is formatted without a stack overflow', () => {
  const text = JSON.stringify({ long: 'x\\'.repeat(500_000) })
  expect(formatJson(text)?.length).toBe(text.length + 5)
})
