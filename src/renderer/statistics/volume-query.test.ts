import { expect, test } from 'vitest'
import { volumeQuery } from './volume-query.ts'

const at = (day: number, hour = 0, minute = 0): number => new Date(2026, 0, day, hour, minute).getTime()

test('a minute is found from its beginning to its end', () => {
  expect(volumeQuery({ from: at(31, 14, 5), to: at(31, 14, 6) }, null)).toBe(
    'after:2026-01-31T14:05 before:2026-01-31T14:06',
  )
})

test('a whole day is called by its date, and a type stands before it', () => {
  expect(volumeQuery({ from: at(30), to: at(31) }, 'error')).toBe(
    'type:error after:2026-01-30 before:2026-01-31',
  )
})
