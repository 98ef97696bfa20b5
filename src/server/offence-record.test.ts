import { expect, test } from 'vitest'
import { offences } from './limits.ts'
import { recordOffence } from './offence-record.ts'

/** Whether so many offences, one every so many milliseconds, are too many. */
function repeat(count: number, everyMs: number): boolean {
  let recentMs: readonly number[] = []
  let tooMany = false
  for (let i = 0; i < count; i++) ({ recentMs, tooMany } = recordOffence(recentMs, i * everyMs))
  return tooMany
}

test('the twentieth within ten seconds is one too many', () => {
  expect(offences).toEqual({ max: 20, withinMs: 10_000 })
  expect(repeat(19, 0)).toBe(false)
  expect(repeat(20, 0)).toBe(true)
  expect(repeat(20, 526)).toBe(true) // the first was 9,994 ms ago
})

test('offences far enough apart are borne for ever', () => {
  expect(repeat(1000, 530)).toBe(false)
})
