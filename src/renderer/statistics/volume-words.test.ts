import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import type { Bar, TypeCounts } from './volume-bars.ts'
import { axisWords, barWords, chartSummary } from './volume-words.ts'

const now = new Date(2026, 10, 25, 14, 5, 30).getTime()
const none = { info: 0, warning: 0, error: 0, success: 0 }
const minuteMs = 60_000

function bar(from: number, counts: Partial<TypeCounts>, spanMs = minuteMs): Bar {
  const all = { ...none, ...counts }
  return { from, to: from + spanMs, counts: all, total: all.info + all.warning + all.error + all.success }
}
const at = (hour: number, minute = 0, day = 25): number => new Date(2026, 10, day, hour, minute).getTime()

test('a bar says when, how many, and of which types', () => {
  expect(barWords(english, 'hour', bar(at(14, 3), { info: 1, error: 2 }), now)).toBe(
    '14:03: 3 notifications (1 info and 2 errors)',
  )
  expect(barWords(english, 'hour', bar(at(14, 3), {}), now)).toBe('14:03: nothing')
})

test('an hour of another day says which', () => {
  const hourMs = 60 * minuteMs
  expect(barWords(english, 'two-days', bar(at(9), {}, hourMs), now)).toBe('9:00–10:00: nothing')
  expect(barWords(english, 'two-days', bar(at(9, 0, 24), {}, hourMs), now)).toBe('Tue 9:00–10:00: nothing')
  expect(barWords(english, 'month', bar(at(0, 0, 24), { success: 1 }, 24 * hourMs), now)).toMatch(
    /^Tue,? 24 Nov: 1 notification \(1 success\)$/,
  )
})

test('the whole is summed up for who does not see it', () => {
  const bars = [bar(at(14, 3), { info: 1 }), bar(at(14, 4), { info: 2, warning: 1 }), bar(at(14, 5), {})]
  expect(chartSummary(english, 'hour', bars, now)).toBe(
    'Notifications by minute: 4 notifications in the last hour. 3 infos and 1 warning. At most 3 in one minute, 14:04.',
  )
  expect(chartSummary(english, 'hour', [bar(at(14, 5), {})], now)).toBe('Nothing came in the last hour.')
  expect(axisWords(english, 'hour', bars)).toEqual(['14:03', '14:04'])
})
