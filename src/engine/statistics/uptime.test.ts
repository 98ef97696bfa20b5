import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { createUptime } from './uptime.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

function start(path = join(temporaryFolder(), 'h.sqlite'), clock = createManualClock()) {
  const database = openDatabase(path)
  const uptime = createUptime({ database, clock })
  uptime.started()
  return {
    ...{ database, uptime, clock, path },
    /** Time passes as it does while the engine runs: with a beat every minute. */
    pass(ms: number) {
      for (let left = ms; left > 0; left -= minuteMs) {
        clock.advance(Math.min(left, minuteMs))
        if (left >= minuteMs) uptime.beat()
      }
    },
    availability: () => uptime.availability(clock.now() - dayMs, clock.now()),
    [Symbol.dispose]: () => database.close(),
  }
}

const numberOf = (database: DatabaseSync, table: string) =>
  database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']

describe('the availability', () => {
  it('is the share of the time in which Tocsin ran, to the moment', () => {
    using world = start()
    expect(world.availability()).toEqual({ connectedShare: null, interruptions: 0 })
    world.pass(30_000)
    expect(world.availability().connectedShare).toBe(0)
    world.uptime.connected(1)
    world.pass(90_000)
    expect(world.availability().connectedShare).toBe(0.75)
    world.uptime.ended('The server went away.', false)
    world.pass(2 * minuteMs)
    expect(world.availability()).toEqual({ connectedShare: 90 / 240, interruptions: 1 })
  })

  it('counts only what lies in the range', () => {
    using world = start()
    world.uptime.connected(1)
    world.pass(10 * minuteMs)
    world.uptime.ended('The server went away.', false)
    world.pass(30 * minuteMs)
    const now = world.clock.now()
    expect(world.uptime.availability(now - 40 * minuteMs, now)).toEqual({
      connectedShare: 0.25,
      interruptions: 1,
    })
    expect(world.uptime.availability(now - 35 * minuteMs, now).connectedShare).toBeCloseTo(5 / 35)
    expect(world.uptime.availability(now - 40 * minuteMs, now - 35 * minuteMs).interruptions).toBe(0)
    expect(world.uptime.availability(now - 30 * minuteMs, now)).toEqual({
      connectedShare: 0,
      interruptions: 0,
    })
  })

  it('leaves out the time asleep, also before the first beat after it', () => {
    using world = start()
    world.uptime.connected(1)
    world.pass(hourMs)
    world.clock.jump(8 * hourMs)
    expect(world.availability()).toEqual({ connectedShare: 1, interruptions: 0 })
    world.uptime.ended('The server no longer answers.', false)
    world.pass(hourMs)
    expect(world.availability()).toEqual({ connectedShare: 0.5, interruptions: 1 })
    world.clock.jump(8 * hourMs)
    expect(world.availability()).toEqual({ connectedShare: 0.5, interruptions: 1 })
  })

  it('leaves out the time when Tocsin did not run, and a crash costs at most a minute', () => {
    const world = start()
    world.uptime.connected(1)
    world.pass(hourMs + 30_000)
    world.database.close()
    world.clock.advance(5 * hourMs)
    using next = start(world.path, world.clock)
    expect(next.availability()).toEqual({ connectedShare: 1, interruptions: 0 })
    next.pass(hourMs)
    expect(next.availability()).toEqual({ connectedShare: 0.5, interruptions: 0 })
  })

  it('survives a clock that is set back', () => {
    using world = start()
    world.uptime.connected(1)
    world.pass(hourMs)
    world.clock.jump(-20 * minuteMs)
    world.pass(10 * minuteMs)
    world.uptime.ended('The server went away.', false)
    world.uptime.connected(1)
    world.clock.jump(-1_000)
    world.uptime.ended('The server went away.', false)
    world.pass(10 * minuteMs)
    const { connectedShare } = world.availability()
    expect(connectedShare).toBeGreaterThan(0.8)
    expect(connectedShare).toBeLessThan(0.95)
    expect(numberOf(world.database, 'connected_periods WHERE ended_at < started_at')).toBe(0)
    expect(numberOf(world.database, 'running_periods WHERE ended_at < started_at')).toBe(0)
  })
})

describe('the interruptions', () => {
  it('are the connections that nobody ended, the newest first, each until the next connection of any source', () => {
    using world = start()
    const { uptime, clock } = world
    uptime.connected(1)
    world.pass(minuteMs)
    uptime.ended('First.', false)
    const firstAt = clock.now()
    world.pass(3_000)
    uptime.connected(2)
    world.pass(minuteMs)
    uptime.ended('By the user.', true)
    world.pass(minuteMs)
    uptime.connected(1)
    uptime.ended('Second.', false)
    uptime.ended('There is no connection to end.', false)
    const secondAt = clock.now()
    world.pass(minuteMs)
    expect(uptime.interruptions(20)).toEqual([
      { endedAt: secondAt, lastedMs: null, reason: 'Second.' },
      { endedAt: firstAt, lastedMs: 3_000, reason: 'First.' },
    ])
    expect(uptime.interruptions(1)).toHaveLength(1)
  })

  it('last only while Tocsin runs, and is awake', () => {
    const world = start()
    world.uptime.connected(1)
    world.pass(minuteMs)
    world.uptime.ended('The server went away.', false)
    const endedAt = world.clock.now()
    world.pass(5 * minuteMs)
    world.clock.jump(hourMs)
    world.pass(2 * minuteMs)
    world.database.close()
    world.clock.advance(dayMs)
    using next = start(world.path, world.clock)
    next.pass(20_000)
    next.uptime.connected(1)
    next.pass(minuteMs)
    // The first minute after the sleep is noticed at its beat.
    expect(next.uptime.interruptions(20)).toEqual([
      { endedAt, lastedMs: 6 * minuteMs + 20_000, reason: 'The server went away.' },
    ])
  })

  it('do not end with a sleep', () => {
    using world = start()
    world.uptime.connected(1)
    world.uptime.ended('The server went away.', false)
    world.clock.jump(hourMs)
    world.uptime.beat()
    expect(world.uptime.interruptions(20)[0]?.lastedMs).toBeNull()
  })
})

describe('the timeline', () => {
  const timeline = ({ uptime, clock }: ReturnType<typeof start>) => {
    const now = clock.now()
    const periods = uptime.periods(now - hourMs, now)
    expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([now - hourMs, now])
    return periods.map(({ from, to, state }) => [state, (to - from) / minuteMs])
  }

  it('tells when Tocsin ran, was connected, and slept, up to now', () => {
    using world = start()
    world.pass(minuteMs)
    world.uptime.connected(1)
    world.pass(2 * minuteMs)
    world.uptime.ended('The server went away.', false)
    world.pass(3 * minuteMs)
    world.clock.jump(10 * minuteMs)
    world.uptime.beat()
    world.uptime.connected(1)
    world.pass(4.5 * minuteMs)
    expect(timeline(world)).toEqual([
      ['not-running', 60 - 20.5],
      ...[
        ['disconnected', 1],
        ['connected', 2],
        ['disconnected', 3],
      ],
      ['not-running', 10],
      ['connected', 4.5],
    ])
  })

  it('takes a sleep that is not over for what it is', () => {
    using world = start()
    world.uptime.connected(1)
    world.pass(5 * minuteMs)
    world.clock.jump(10 * minuteMs)
    expect(timeline(world)).toEqual([
      ['not-running', 45],
      ['connected', 5],
      ['not-running', 10],
    ])
  })

  it('is of the newest where a connection comes and goes all the time', () => {
    using world = start()
    world.pass(10 * minuteMs)
    const begun = world.clock.now() - 10 * minuteMs
    world.database.exec(`
      WITH RECURSIVE ids (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 500)
      INSERT INTO connected_periods SELECT id, 1, ${begun} + id * 1000, ${begun} + id * 1000 + 500, 'gone' FROM ids`)
    const periods = world.uptime.periods(begun, world.clock.now())
    expect(periods).toHaveLength(400)
    expect(periods.at(-1)).toEqual({ from: begun + 500_500, to: begun + 600_000, state: 'disconnected' })
    expect(periods[0]).toEqual({ from: begun + 301_000, to: begun + 301_500, state: 'connected' })
  })

  it('says nothing of the time before the oldest period that it knows', () => {
    using world = start()
    world.pass(10 * minuteMs)
    const begun = world.clock.now() - 10 * minuteMs
    world.database.exec(`
      WITH RECURSIVE ids (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 500)
      INSERT INTO connected_periods SELECT id, 1, ${begun} + id * 1000, ${begun} + id * 1000 + 1000, 'gone' FROM ids`)
    expect(world.uptime.periods(begun, world.clock.now())).toEqual([
      { from: begun + 101_000, to: begun + 501_000, state: 'connected' },
      { from: begun + 501_000, to: begun + 600_000, state: 'disconnected' },
    ])
  })
})

describe('the periods on disk', () => {
  it('are pruned after 90 days, without a restart', () => {
    using world = start()
    world.uptime.connected(1)
    world.pass(minuteMs)
    world.clock.jump(89 * dayMs)
    world.uptime.beat()
    expect(numberOf(world.database, 'connected_periods')).toBe(2)
    world.clock.jump(2 * dayMs)
    world.uptime.beat()
    expect([
      numberOf(world.database, 'connected_periods'),
      numberOf(world.database, 'running_periods'),
    ]).toEqual([2, 2])
  })

  it('stay few though a connection comes and goes all the time', () => {
    const world = start()
    world.database.exec(`
      WITH RECURSIVE ids (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < 20123)
      INSERT INTO connected_periods SELECT id, 1, 0, ${world.clock.now()}, 'gone' FROM ids`)
    world.database.close()
    using next = start(world.path, world.clock)
    expect(numberOf(next.database, 'connected_periods')).toBe(20_000)
  })

  it('are written later where the disk refuses for a while', () => {
    using world = start()
    world.database.exec('PRAGMA query_only = ON')
    world.uptime.connected(1)
    world.pass(10 * minuteMs)
    expect(numberOf(world.database, 'connected_periods')).toBe(0)
    world.database.exec('PRAGMA query_only = OFF')
    world.uptime.beat()
    expect(world.availability().connectedShare).toBe(1)
    expect(world.database.prepare('SELECT ended_at - started_at AS ms FROM connected_periods').get()).toEqual(
      {
        ms: 10 * minuteMs,
      },
    )
  })
})
