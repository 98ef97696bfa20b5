/**
 * Quiet hours against a reference that knows no Temporal: the wall clock of `Intl`, and each minute of a week by itself.
 *
 * Let T be a change of the clocks by d. Wherever no T is in (now - |d|, now], what the wall shows decides, exactly. In
 * the time after it, either
 * - the clocks went back: the hour is there for the second time, and nothing begins or ends in it;
 * - they went forward: what the wall shows, and what it would show had they not, and all between the two: where these
 *   minutes agree, they decide.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuietHours } from '../../contract/do-not-disturb.ts'
import { quietHoursAt } from './quiet-hours.ts'
import { createWallClock, type WallClock } from './wall-clock.ts'

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000]
const weekMinutes = 7 * 24 * 60

const walls = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'],
  ...['America/St_Johns', 'Africa/Casablanca', 'America/Sao_Paulo', 'Pacific/Chatham', 'Asia/Tehran'],
].map(createWallClock)

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const anyTime = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 4 })),
    fc.oneof(fc.integer({ min: 0, max: 59 }), fc.constantFrom(0, 30)),
  )
  .map(([hour, minute]) => `${twoDigits(hour)}:${twoDigits(minute)}`)
const anyHours = fc.record({ from: anyTime, to: anyTime })
const anySchedule: fc.Arbitrary<QuietHours> = fc.oneof(
  fc.array(fc.option(anyHours), { minLength: 7, maxLength: 7 }),
  fc.array(anyHours, { minLength: 7, maxLength: 7 }),
  anyHours.map((hours) => Array.from({ length: 7 }, () => hours)),
)

type Moment = { readonly wall: WallClock; readonly now: number }
const anyMoment: fc.Arbitrary<Moment> = fc.constantFrom(...walls).chain((wall) => {
  const anywhere = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2029, 0, 1) })
  const changes = wall.changes.map(({ at }) => at)
  if (changes.length === 0) return fc.record({ wall: fc.constant(wall), now: anywhere })
  const near = fc
    .tuple(
      fc.constantFrom(...changes),
      fc.oneof(
        fc.integer({ min: -2 * dayMs, max: 2 * dayMs }),
        fc.integer({ min: -180, max: 180 }).map((minutes) => minutes * minuteMs),
        fc.constantFrom(-1, 0, 1),
      ),
    )
    .map(([at, by]) => at + by)
  return fc.record({ wall: fc.constant(wall), now: fc.oneof({ weight: 3, arbitrary: near }, anywhere) })
})

/** Whether each minute of a local week is quiet, Monday 0:00 first. */
function quietMinutes(schedule: QuietHours): readonly boolean[] {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return Array.from({ length: weekMinutes }, (_, index) => {
    const [day, minute] = [Math.floor(index / 1_440), index % 1_440]
    const [today, yesterday] = [schedule[day], schedule[(day + 6) % 7]]
    const isOver = (time: string): boolean => minute >= minutes(time)
    if (today && isOver(today.from) && (today.to <= today.from || !isOver(today.to))) return true
    return Boolean(yesterday && yesterday.to <= yesterday.from && !isOver(yesterday.to))
  })
}

/** The epoch was a Thursday. */
const isQuietOnWall = (minutes: readonly boolean[], local: number): boolean =>
  minutes[(Math.floor(local / minuteMs) + 3 * 1_440) % weekMinutes] === true

/** @returns what the reference says; null where it does not decide */
function expected(minutes: readonly boolean[], { wall, now }: Moment): boolean | null {
  const change = wall.changes.find(({ at, byMs }) => at <= now && now < at + Math.abs(byMs))
  const local = wall.local(now)
  if (change === undefined) return isQuietOnWall(minutes, local)
  if (change.byMs < 0) return null
  const between: boolean[] = []
  for (let each = local - change.byMs; each <= local; each += minuteMs) {
    between.push(isQuietOnWall(minutes, each))
  }
  return between.every((isQuiet) => isQuiet === between[0]) ? (between[0] ?? null) : null
}

describe('quiet hours', () => {
  it('hold until the time they say, and change there', () => {
    fc.assert(
      fc.property(
        ...([
          anySchedule,
          anyMoment,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        ] as const),
        (schedule, { wall, now }, parts) => {
          const at = (time: number) => quietHoursAt(schedule, time, wall.timeZone)
          const { isQuiet, until } = at(now)
          if (until === null) {
            for (const part of parts)
              expect(at(now + Math.floor(part * 400 * dayMs))).toEqual({ isQuiet, until })
            return
          }
          expect(until).toBeGreaterThan(now)
          const later = parts.map((part) => now + Math.floor(part * (until - 1 - now)))
          for (const time of [...later, until - 1]) expect(at(time)).toEqual({ isQuiet, until })
          expect(at(until).isQuiet).toBe(!isQuiet)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('are what the clock on the wall says', () => {
    fc.assert(
      fc.property(anySchedule, anyMoment, (schedule, { wall, now }) => {
        const minutes = quietMinutes(schedule)
        const expectedAt = (time: number) => expected(minutes, { wall, now: time })
        let moment = quietHoursAt(schedule, now, wall.timeZone)
        for (let time = now; time < now + 8 * hourMs; time += minuteMs) {
          if (time >= (moment.until ?? time + 1)) moment = quietHoursAt(schedule, time, wall.timeZone)
          const quiet = expectedAt(time)
          if (quiet !== null && quiet !== moment.isQuiet) {
            expect.fail(`${wall.timeZone} ${new Date(time).toISOString()}: not ${moment.isQuiet}`)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('neither begin nor end in an hour that is there for the second time', () => {
    const changes = walls.flatMap((wall) =>
      wall.changes.filter(({ byMs }) => byMs < 0).map((change) => ({ wall, ...change })),
    )
    fc.assert(
      fc.property(anySchedule, fc.constantFrom(...changes), (schedule, { wall, at, byMs }) => {
        const { until } = quietHoursAt(schedule, at, wall.timeZone)
        if (until !== null) expect(until).toBeGreaterThanOrEqual(at - byMs)
      }),
      { numRuns: 300 },
    )
  })

  it('never change only where no minute of the week is quiet, or each', () => {
    fc.assert(
      fc.property(anySchedule, anyMoment, (schedule, { wall, now }) => {
        const minutes = quietMinutes(schedule)
        const { isQuiet, until } = quietHoursAt(schedule, now, wall.timeZone)
        expect(until === null).toBe(minutes.every((each) => each === minutes[0]))
        if (until === null) expect(isQuiet).toBe(minutes[0])
      }),
      { numRuns: 200 },
    )
  })
})
