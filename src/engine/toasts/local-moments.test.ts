import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doNotDisturbEnd, snoozeEnd, tomorrowAtEight } from './local-moments.ts'
import { createWallClock } from './wall-clock.ts'

const hourMs = 3_600_000
const tomorrow = (time: string, timeZone: string): string =>
  new Date(tomorrowAtEight(Date.parse(time), timeZone)).toISOString().slice(0, 16)

describe('tomorrow at eight', () => {
  it('is in the morning of the next day', () => {
    expect(tomorrow('2026-11-25T14:00+01:00', 'Europe/Berlin')).toBe('2026-11-26T07:00')
    expect(tomorrow('2026-11-25T05:00+01:00', 'Europe/Berlin')).toBe('2026-11-26T07:00')
    expect(tomorrow('2026-12-31T23:59:59+05:30', 'Asia/Kolkata')).toBe('2027-01-01T02:30')
  })

  it('is in the morning to come for those who are still up', () => {
    expect(tomorrow('2026-11-26T00:00+01:00', 'Europe/Berlin')).toBe('2026-11-26T07:00')
    expect(tomorrow('2026-11-26T04:59+01:00', 'Europe/Berlin')).toBe('2026-11-26T07:00')
  })

  it('is at eight by the wall whatever the clocks do in the night', () => {
    expect(tomorrow('2026-03-28T20:00+01:00', 'Europe/Berlin')).toBe('2026-03-29T06:00')
    expect(tomorrow('2026-10-24T20:00+02:00', 'Europe/Berlin')).toBe('2026-10-25T07:00')
  })

  it('is on the day after where a zone skips the next one', () => {
    expect(tomorrow('2011-12-29T12:00-10:00', 'Pacific/Apia')).toBe('2011-12-30T18:00')
  })

  it('is later than now, and eight on the wall', () => {
    const walls = [
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Africa/Casablanca',
      'Pacific/Apia',
    ]
    const anyWall = fc.constantFrom(...walls.map(createWallClock))
    const anyMoment = anyWall.chain((wall) =>
      fc
        .tuple(fc.constantFrom(...wall.changes), fc.integer({ min: -40 * hourMs, max: 40 * hourMs }))
        .map(([change, by]) => ({ wall, now: change.at + by })),
    )
    fc.assert(
      fc.property(anyMoment, ({ wall, now }) => {
        const then = tomorrowAtEight(now, wall.timeZone)
        expect(then).toBeGreaterThan(now)
        const local = new Date(wall.local(then))
        expect([local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]).toEqual([8, 0, 0])
        const day = (time: number): number => Math.floor(time / (24 * hourMs))
        const isSkipped = wall.changes.some(({ at, byMs }) => byMs > 12 * hourMs && now < at && at < then)
        const nights = new Date(wall.local(now)).getUTCHours() < 5 ? 0 : 1
        expect(day(wall.local(then)) - day(wall.local(now))).toBe(nights + (isSkipped ? 1 : 0))
      }),
      { numRuns: 500 },
    )
  })
})

describe('an end that is chosen', () => {
  it('is so much time away, or that morning, or never', () => {
    const now = Date.parse('2026-11-25T14:00Z')
    expect(doNotDisturbEnd('30-minutes', now, 'UTC') - now).toBe(hourMs / 2)
    expect(doNotDisturbEnd('1-hour', now, 'UTC') - now).toBe(hourMs)
    expect(doNotDisturbEnd('until-tomorrow', now, 'UTC') - now).toBe(18 * hourMs)
    expect(doNotDisturbEnd('until-turned-off', now, 'UTC')).toBe(Number.POSITIVE_INFINITY)
    expect(snoozeEnd('10-minutes', now, 'UTC') - now).toBe(hourMs / 6)
    expect(snoozeEnd('1-hour', now, 'UTC') - now).toBe(hourMs)
    expect(snoozeEnd('tomorrow', now, 'UTC') - now).toBe(18 * hourMs)
  })
})
