import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { type DoNotDisturbView, noQuietHours, type QuietHours } from '../../contract/do-not-disturb.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { createDoNotDisturb } from './do-not-disturb.ts'

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000]
const everyDay = (from: string, to: string): QuietHours => noQuietHours.map(() => ({ from, to }))
/** A Wednesday, in winter. */
const noon = Date.parse('2026-11-25T12:00+01:00')
const local = (time: string): number => Date.parse(`2026-11-${time}+01:00`)

type Setup = {
  readonly path?: string
  readonly clock?: ReturnType<typeof createManualClock>
  readonly quietHours?: QuietHours
  readonly isStarted?: boolean
}

function open({
  path = join(temporaryFolder(), 'h.sqlite'),
  clock = createManualClock(noon),
  isStarted = true,
  ...setup
}: Setup = {}) {
  const database = openDatabase(path)
  let newestRowId = 7
  let quietHours = setup.quietHours ?? noQuietHours
  let timeZone = 'Europe/Berlin'
  let zoneReads = 0
  const told: (DoNotDisturbView | { readonly endedFrom: number })[] = []
  const quiet = createDoNotDisturb({
    ...{ clock, database, quietHours: () => quietHours, newestRowId: () => newestRowId },
    timeZone: () => {
      zoneReads += 1
      return timeZone
    },
    onChanged: (view) => told.push(view),
    onEnded: (endedFrom) => told.push({ endedFrom }),
  })
  const close = () => {
    quiet[Symbol.dispose]()
    if (database.isOpen) database.close()
  }
  onTestFinished(close)
  if (isStarted) quiet.start()
  return {
    ...{ quiet, clock, database, path, told, close },
    arrive: (count: number) => {
      newestRowId += count
    },
    setQuietHours(next: QuietHours) {
      quietHours = next
      quiet.quietHoursChanged()
    },
    setTimeZone: (next: string) => {
      timeZone = next
    },
    refuseWrites: () => database.exec('PRAGMA query_only = ON'),
    allowWrites: () => database.exec('PRAGMA query_only = OFF'),
    zoneReads: () => zoneReads,
  }
}

describe('do not disturb that was chosen', () => {
  it('lasts as long as was said, and its end names the row from which on there is something to sum up', () => {
    const { quiet, clock, told, arrive } = open()
    quiet.choose('30-minutes')
    const view = { reason: 'chosen', until: noon + 30 * minuteMs }
    expect(quiet.view).toEqual(view)
    arrive(5)
    clock.advance(30 * minuteMs - 1)
    expect(told).toEqual([view])
    clock.advance(1)
    expect(told).toEqual([view, null, { endedFrom: 7 }])
    expect(clock.timerCount).toBe(0)
  })

  it('goes on from one choice to the next, with one end', () => {
    const { quiet, clock, told, arrive } = open()
    quiet.choose('30-minutes')
    arrive(2)
    clock.advance(10 * minuteMs)
    quiet.choose('until-turned-off')
    expect(quiet.view).toEqual({ reason: 'chosen', until: null })
    clock.advance(100 * dayMs)
    expect(told).toHaveLength(2)
    quiet.choose('off')
    expect(told.slice(2)).toEqual([null, { endedFrom: 7 }])
    quiet.choose('off')
    expect(told).toHaveLength(4)
  })

  it('lasts until the morning by the local clock', () => {
    const { quiet } = open()
    quiet.choose('until-tomorrow')
    expect(quiet.view?.until).toBe(local('26T08:00'))
  })

  it.each(['1-hour', 'until-turned-off'] as const)('is there again after a restart: %s', (choice) => {
    const first = open()
    first.quiet.choose(choice)
    const { view } = first.quiet
    first.close()
    const { quiet, told } = open({ path: first.path, clock: first.clock })
    expect(quiet.view).toEqual(view)
    expect(told).toEqual([])
    first.clock.advance(hourMs)
    expect(told).toEqual(choice === '1-hour' ? [null, { endedFrom: 7 }] : [])
  })

  it('that the disk refuses is an error, and changes nothing', () => {
    const { quiet, clock, told, refuseWrites } = open()
    refuseWrites()
    expect(() => quiet.choose('1-hour')).toThrow(/readonly/)
    expect([quiet.view, told, clock.timerCount]).toEqual([null, [], 0])
    quiet.setSystem(true)
    expect(quiet.view?.reason).toBe('system')
  })

  it('anew after a sleep has jumped over its end has an end between the two', () => {
    const { quiet, clock, told, arrive } = open()
    quiet.choose('30-minutes')
    clock.jump(hourMs)
    arrive(2)
    quiet.choose('30-minutes')
    const until = clock.now() + 30 * minuteMs
    expect(told.slice(1)).toEqual([null, { endedFrom: 7 }, { reason: 'chosen', until }])
    clock.advance(30 * minuteMs)
    expect(told.slice(4)).toEqual([null, { endedFrom: 9 }])
  })

  it('cannot be ended while the disk refuses to write that', () => {
    const { quiet, told, refuseWrites, allowWrites } = open()
    quiet.choose('1-hour')
    refuseWrites()
    expect(() => quiet.choose('off')).toThrow(/readonly/)
    expect([quiet.view?.reason, told.length]).toEqual(['chosen', 1])
    allowWrites()
    quiet.choose('off')
    expect(told.slice(1)).toEqual([null, { endedFrom: 7 }])
  })
})

describe('quiet hours', () => {
  it('begin and end by themselves', () => {
    const { quiet, clock, told, arrive } = open({ quietHours: everyDay('22:00', '07:00') })
    expect(quiet.view).toBeNull()
    arrive(1)
    clock.advance(10 * hourMs)
    const view = { reason: 'quiet-hours', until: local('26T07:00') }
    expect(told).toEqual([view])
    arrive(3)
    clock.advance(9 * hourMs)
    expect(told).toEqual([view, null, { endedFrom: 8 }])
    clock.advance(15 * hourMs)
    expect(told).toHaveLength(4)
  })

  it('that the user turns off do not come back before the next ones', () => {
    const { quiet, clock, told, arrive } = open({ quietHours: everyDay('22:00', '07:00') })
    clock.advance(11 * hourMs)
    arrive(1)
    quiet.choose('off')
    expect(told.slice(1)).toEqual([null, { endedFrom: 7 }])
    clock.advance(23 * hourMs - 1)
    expect(told).toHaveLength(3)
    clock.advance(1)
    expect(told.slice(3)).toEqual([{ reason: 'quiet-hours', until: local('27T07:00') }])
  })

  it('that were turned off stay so over a restart', () => {
    const first = open({ quietHours: everyDay('22:00', '07:00') })
    first.clock.advance(11 * hourMs)
    first.quiet.choose('off')
    first.close()
    const { quiet, clock } = open({ ...first, quietHours: everyDay('22:00', '07:00') })
    expect(quiet.view).toBeNull()
    clock.advance(23 * hourMs)
    expect(quiet.view?.reason).toBe('quiet-hours')
  })

  it('that were turned off are over after a night without Tocsin', () => {
    const first = open({ quietHours: everyDay('22:00', '07:00') })
    first.clock.advance(11 * hourMs)
    first.quiet.choose('off')
    first.close()
    first.clock.jump(dayMs)
    const { quiet } = open({ ...first, quietHours: everyDay('22:00', '07:00'), isStarted: false })
    expect(quiet.view?.until).toBe(local('27T07:00'))
  })

  it('that were turned off and slept through are over, though the hours are changed first of all', () => {
    const { quiet, clock, setQuietHours } = open({ quietHours: everyDay('22:00', '07:00') })
    clock.advance(11 * hourMs)
    quiet.choose('off')
    clock.jump(dayMs)
    setQuietHours(everyDay('22:00', '08:00'))
    expect(quiet.view?.until).toBe(local('27T08:00'))
  })

  it('that were turned off and never end stay so until there are others', () => {
    const first = open({ quietHours: everyDay('00:00', '00:00') })
    expect(first.quiet.view).toEqual({ reason: 'quiet-hours', until: null })
    first.quiet.choose('off')
    first.clock.advance(30 * dayMs)
    first.close()
    const { quiet, setQuietHours } = open({ ...first, quietHours: everyDay('00:00', '00:00') })
    expect(quiet.view).toBeNull()
    setQuietHours(noQuietHours)
    setQuietHours(everyDay('00:00', '00:00'))
    expect(quiet.view).toEqual({ reason: 'quiet-hours', until: null })
  })

  it('take the place of what was chosen, without an end between the two', () => {
    const { quiet, clock, told } = open({ quietHours: everyDay('22:00', '07:00') })
    clock.advance(9.5 * hourMs)
    quiet.choose('1-hour')
    clock.advance(hourMs)
    expect(told.slice(1)).toEqual([{ reason: 'quiet-hours', until: local('26T07:00') }])
  })

  it('count at once where they are changed', () => {
    const { quiet, told, setQuietHours } = open()
    setQuietHours(everyDay('11:00', '13:00'))
    expect(quiet.view).toEqual({ reason: 'quiet-hours', until: local('25T13:00') })
    setQuietHours(everyDay('12:00', '12:30'))
    expect(quiet.view?.until).toBe(local('25T12:30'))
    setQuietHours(noQuietHours)
    expect(told.slice(2)).toEqual([null, { endedFrom: 7 }])
  })

  it('that are turned off stay so to their new end where they are changed', () => {
    const { quiet, clock, told, setQuietHours } = open({ quietHours: everyDay('11:00', '13:00') })
    quiet.choose('off')
    setQuietHours(everyDay('11:00', '14:00'))
    clock.advance(2 * hourMs - 1)
    expect([quiet.view, told.length]).toEqual([null, 2])
    setQuietHours(noQuietHours)
    setQuietHours(everyDay('11:00', '15:00'))
    expect(quiet.view?.reason).toBe('quiet-hours')
  })

  it('all the time are what was asked for, though those before were turned off', () => {
    const { quiet, setQuietHours } = open({ quietHours: everyDay('11:00', '13:00') })
    quiet.choose('off')
    setQuietHours(everyDay('00:00', '00:00'))
    expect(quiet.view).toEqual({ reason: 'quiet-hours', until: null })
  })

  it('follow the machine to another time zone', () => {
    const { quiet, setTimeZone } = open({ quietHours: everyDay('22:00', '07:00') })
    setTimeZone('Asia/Tokyo')
    quiet.look()
    expect(quiet.view).toBeNull()
    setTimeZone('Pacific/Auckland')
    quiet.look()
    expect(quiet.view?.until).toBe(Date.parse('2026-11-26T07:00+13:00'))
    quiet.choose('off')
    setTimeZone('Pacific/Chatham')
    quiet.look()
    expect(quiet.view).toBeNull()
  })
})

describe('the do not disturb of the system', () => {
  it('comes after the others, and is not turned off here', () => {
    const { quiet, clock, told } = open()
    quiet.setSystem(true)
    quiet.choose('1-hour')
    clock.advance(hourMs)
    const system = { reason: 'system', until: null }
    expect(told).toEqual([system, { reason: 'chosen', until: noon + hourMs }, system])
    quiet.choose('off')
    quiet.setSystem(true)
    expect(told).toHaveLength(3)
    quiet.setSystem(false)
    expect(told.slice(3)).toEqual([null, { endedFrom: 7 }])
  })

  it('is seen, and not told of, before the start', () => {
    const { quiet, told } = open({ isStarted: false })
    quiet.setSystem(true)
    expect([quiet.view?.reason, told]).toEqual(['system', []])
    quiet.start()
    quiet.setSystem(false)
    expect(told).toEqual([null, { endedFrom: 7 }])
  })
})

describe('an end', () => {
  it('that a sleep has jumped over is found at the next look', () => {
    const { quiet, clock, told } = open()
    quiet.choose('1-hour')
    clock.jump(2 * hourMs)
    quiet.look()
    expect(told.slice(1)).toEqual([null, { endedFrom: 7 }])
  })

  it('of quiet hours stays where it is while the clock is set back', () => {
    const { quiet, clock } = open({ quietHours: everyDay('13:00', '14:00') })
    clock.advance(hourMs)
    expect(quiet.view?.until).toBe(local('25T14:00'))
    clock.jump(-2 * hourMs)
    quiet.look()
    expect(quiet.view).toBeNull()
    clock.advance(2 * hourMs)
    expect(quiet.view?.until).toBe(local('25T14:00'))
  })

  it('while Tocsin was not running is told at the start, once, and not before', () => {
    const first = open()
    first.quiet.choose('1-hour')
    first.arrive(3)
    first.close()
    first.clock.jump(3 * hourMs)
    const second = open({ ...first, isStarted: false })
    expect([second.quiet.view, second.told]).toEqual([null, []])
    second.arrive(10)
    second.quiet.start()
    expect(second.told).toEqual([{ endedFrom: 7 }])
    second.close()
    const third = open(first)
    expect(third.told).toEqual([])
  })

  it('is not told while it is quiet again: all that came is summed up at the end of that', () => {
    const schedule = everyDay('22:00', '07:00')
    const first = open({ quietHours: schedule })
    first.clock.advance(11 * hourMs)
    first.close()
    first.clock.jump(dayMs)
    const { quiet, clock, told, arrive } = open({ ...first, quietHours: schedule })
    arrive(4)
    expect([quiet.view?.until, told]).toEqual([local('27T07:00'), []])
    clock.advance(8 * hourMs)
    expect(told).toEqual([null, { endedFrom: 7 }])
  })

  it('comes also where the disk refuses to keep it, and is written later', () => {
    const first = open()
    first.quiet.choose('1-hour')
    first.refuseWrites()
    first.clock.advance(hourMs)
    expect(first.told.slice(1)).toEqual([null, { endedFrom: 7 }])
    first.quiet.look()
    first.allowWrites()
    first.clock.advance(minuteMs)
    first.quiet.look()
    expect(first.told).toHaveLength(3)
    first.close()
    expect(open(first).told).toEqual([])
  })
})

describe('a look', () => {
  it('when nothing is due costs no SQL, and no more than to ask for the time zone', () => {
    const { quiet, clock, database, zoneReads } = open({ quietHours: everyDay('22:00', '07:00') })
    quiet.choose('1-hour')
    const before = zoneReads()
    const executed = vi.spyOn(database, 'exec')
    const timed = vi.spyOn(clock, 'setTimer')
    quiet.look()
    expect(zoneReads()).toBe(before + 1)
    expect([executed.mock.calls.length, timed.mock.calls.length]).toEqual([0, 0])
    expect(quiet.view?.reason).toBe('chosen')
  })
})
