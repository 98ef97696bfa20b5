import { describe, expect, it } from 'vitest'
import { noQuietHours, type QuietHours } from '../../contract/do-not-disturb.ts'
import { quietHoursAt } from './quiet-hours.ts'

const berlin = 'Europe/Berlin'
const hoursOn = (days: Readonly<Record<number, readonly [string, string]>>): QuietHours =>
  noQuietHours.map((_, day) => {
    const hours = days[day]
    return hours === undefined ? null : { from: hours[0], to: hours[1] }
  })
const everyDay = (from: string, to: string): QuietHours => noQuietHours.map(() => ({ from, to }))

/** Times with their offset, to be read; @returns the same */
function at(schedule: QuietHours, time: string, timeZone = berlin) {
  const { isQuiet, until } = quietHoursAt(schedule, Date.parse(time), timeZone)
  return [isQuiet, until === null ? null : new Date(until).toISOString().slice(0, 16)]
}

// 2026-11-25 is a Wednesday.
describe('quiet hours', () => {
  it('of a night belong to the day on which they begin', () => {
    const schedule = hoursOn({ 2: ['22:00', '07:00'] })
    expect(at(schedule, '2026-11-25T21:59:59.999+01:00')).toEqual([false, '2026-11-25T21:00'])
    expect(at(schedule, '2026-11-25T22:00+01:00')).toEqual([true, '2026-11-26T06:00'])
    expect(at(schedule, '2026-11-26T06:59+01:00')).toEqual([true, '2026-11-26T06:00'])
    expect(at(schedule, '2026-11-26T07:00+01:00')).toEqual([false, '2026-12-02T21:00'])
  })

  it('of Sunday reach into Monday', () => {
    expect(at(hoursOn({ 6: ['22:00', '07:00'] }), '2026-11-23T03:00+01:00')).toEqual([
      true,
      '2026-11-23T06:00',
    ])
  })

  it('with one time for both ends are a whole day', () => {
    const schedule = hoursOn({ 2: ['09:00', '09:00'] })
    expect(at(schedule, '2026-11-25T09:00+01:00')).toEqual([true, '2026-11-26T08:00'])
  })

  it('that touch or overlap are one stretch', () => {
    const touching = hoursOn({ 2: ['22:00', '00:00'], 3: ['00:00', '07:00'] })
    expect(at(touching, '2026-11-25T23:00+01:00')).toEqual([true, '2026-11-26T06:00'])
    const overlapping = hoursOn({ 2: ['09:00', '09:00'], 3: ['08:00', '12:00'] })
    expect(at(overlapping, '2026-11-25T10:00+01:00')).toEqual([true, '2026-11-26T11:00'])
  })

  it('never change where there are none, or nothing else', () => {
    expect(at(noQuietHours, '2026-11-25T09:00+01:00')).toEqual([false, null])
    expect(at(everyDay('02:30', '02:30'), '2026-03-29T03:00+02:00')).toEqual([true, null])
    expect(at(everyDay('00:00', '00:00'), '2026-10-25T02:30+01:00')).toEqual([true, null])
  })

  it('are shorter in the night when clocks go forward, and longer when they go back', () => {
    const schedule = everyDay('22:00', '07:00')
    expect(at(schedule, '2026-03-28T22:00+01:00')).toEqual([true, '2026-03-29T05:00'])
    expect(at(schedule, '2026-10-24T22:00+02:00')).toEqual([true, '2026-10-25T06:00'])
  })

  it('that begin in a skipped hour begin as much later, and at the first of two equal times', () => {
    const schedule = hoursOn({ 6: ['02:30', '05:00'] })
    expect(at(schedule, '2026-03-29T01:00+01:00')).toEqual([false, '2026-03-29T01:30'])
    expect(at(schedule, '2026-10-25T01:00+02:00')).toEqual([false, '2026-10-25T00:30'])
    expect(at(schedule, '2026-10-25T02:10+01:00')).toEqual([true, '2026-10-25T04:00'])
  })

  it('of which a skipped hour leaves nothing do not happen that day', () => {
    const schedule = hoursOn({ 6: ['02:30', '03:15'] })
    expect(at(schedule, '2026-03-29T03:10+02:00')).toEqual([false, '2026-04-05T00:30'])
    expect(at(schedule, '2026-03-22T12:00+01:00')).toEqual([false, '2026-04-05T00:30'])
  })

  it('that overlap in a skipped hour have no hole in it', () => {
    const schedule = hoursOn({ 5: ['22:00', '03:15'], 6: ['02:30', '05:00'] })
    expect(at(schedule, '2026-03-28T23:00+01:00')).toEqual([true, '2026-03-29T03:00'])
  })

  it('are in local time also where a zone is no whole hour off', () => {
    expect(at(everyDay('22:00', '07:00'), '2026-11-25T22:30+05:30', 'Asia/Kolkata')).toEqual([
      true,
      '2026-11-26T01:30',
    ])
  })
})
