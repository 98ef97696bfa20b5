import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { dayStartingAt } from './day-starts.ts'
import { sampleRow } from './sample-rows.ts'

test('the first row of each day carries its name, the others none', () => {
  const noon = new Date(2025, 10, 24, 12).getTime()
  const yesterday = new Date(2025, 10, 23, 23, 59).getTime()
  const rows = [noon, noon - 60_000, yesterday].map((receivedAt, index) =>
    sampleRow(9 - index, { receivedAt }),
  )
  expect(rows.map((_, index) => dayStartingAt(english, rows, index, noon))).toEqual([
    'Today',
    null,
    'Yesterday',
  ])
})
