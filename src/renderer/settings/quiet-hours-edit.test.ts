import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noQuietHours, type QuietHours } from '../../contract/do-not-disturb.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import {
  dayRanges,
  endOf,
  isTimeOfDay,
  type Span,
  usualSpan,
  withDay,
  withDayOn,
  withSameHours,
  withTime,
} from './quiet-hours-edit.ts'
import { checkSetting } from './setting-value.ts'

const evening: Span = { from: '20:00', to: '06:30' }

test('one time of a day is changed, and nothing of a day that has none', () => {
  const friday = withDay(noQuietHours, 4, evening)
  expect(withTime(friday, 4, 'to', '05:00')[4]).toEqual({ from: '20:00', to: '05:00' })
  expect(withTime(friday, 3, 'to', '05:00')).toEqual(friday)
})

test('a day that is turned on takes the hours of the others, or the usual ones', () => {
  expect(withDayOn(noQuietHours, 2)[2]).toEqual(usualSpan)
  const friday = withDay(noQuietHours, 4, evening)
  expect(withDayOn(friday, 1)).toEqual([null, evening, null, null, evening, null, null])
})

test('the same hours are given to the days of a button, and to no others', () => {
  const friday = withDay(noQuietHours, 4, evening)
  expect(withSameHours(friday, dayRanges.weekdays)).toEqual([
    ...[evening, evening, evening, evening, evening],
    ...[null, null],
  ])
  expect(withSameHours(friday, dayRanges.weekend)).toEqual([
    ...[null, null, null, null, evening],
    ...[usualSpan, usualSpan],
  ])
  expect(withSameHours(friday, dayRanges['every-day'])).toEqual(Array(7).fill(evening))
})

test('it says where the hours end, when the times alone do not', () => {
  expect(endOf({ from: '22:00', to: '07:00' })).toBe('next-day')
  expect(endOf({ from: '13:00', to: '14:00' })).toBeNull()
  expect(endOf({ from: '00:00', to: '00:00' })).toBe('whole-day')
})

test('only a time is taken for one', () => {
  for (const text of ['', '24:00', '7:00', '07:60', 'noon']) expect(isTimeOfDay(text)).toBe(false)
  for (const text of ['00:00', '07:05', '23:59']) expect(isTimeOfDay(text)).toBe(true)
})

test('whatever the editor does, the setting takes it', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const span = fc.record({ from: time, to: time })
  const edit = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 6 }), fc.option(span)).map(([day, value]) => {
      return (hours: QuietHours) => withDay(hours, day, value)
    }),
    fc.integer({ min: 0, max: 6 }).map((day) => (hours: QuietHours) => withDayOn(hours, day)),
    fc.constantFrom(...Object.values(dayRanges)).map((days) => (hours: QuietHours) => {
      return withSameHours(hours, days)
    }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 10 }), (edits) => {
      const hours = edits.reduce((now, change) => change(now), noQuietHours)
      expect(checkSetting(english, 'quietHours', hours)).toEqual({ ok: true, change: { quietHours: hours } })
    }),
  )
})
