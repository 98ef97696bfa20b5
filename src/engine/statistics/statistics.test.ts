import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { StatisticsSchema } from '../../contract/statistics.ts'
import { validate } from '../../contract/validate.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { createDurations } from './durations.ts'
import { createStatistics } from './statistics.ts'
import { createUptime } from './uptime.ts'
import { createVolume } from './volume.ts'

const dayMs = 86_400_000

function statisticsUnderTest() {
  const database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
  const clock = createManualClock()
  const volume = createVolume(database)
  const durations = createDurations(database)
  const uptime = createUptime({ database, clock })
  const statistics = createStatistics({ volume, durations, uptime })
  return {
    ...{ database, clock, volume, durations, uptime, statistics },
    [Symbol.dispose]: () => database.close(),
  }
}

test('the figures of a new history are the contract’s, and say that nothing is known', () => {
  using world = statisticsUnderTest()
  const nothing = { medianMs: null, p95Ms: null, samples: 0 }
  const read = world.statistics.read(world.clock.now())
  expect(read).toEqual({
    ...{ perMinute: 0, timeToRead: nothing, acknowledgementLatency: nothing, deliveryDelay: nothing },
    lastDay: { connectedShare: null, interruptions: 0 },
    lastWeek: { connectedShare: null, interruptions: 0 },
    uptime: [{ from: world.clock.now() - 7 * dayMs, to: world.clock.now(), state: 'not-running' }],
    interruptions: [],
  })
  expect(validate(StatisticsSchema, read)).toMatchObject({ ok: true })
})

test('every figure stands at its place', () => {
  using world = statisticsUnderTest()
  const { clock, volume, durations, uptime, statistics } = world
  uptime.started()
  // Two days ago: within the week, not within the day.
  for (const reason of ['First.', 'Second.']) {
    uptime.connected(1)
    uptime.ended(reason, false)
  }
  clock.jump(2 * 86_400_000)
  uptime.beat()
  for (let number = 0; number < 25; number += 1) {
    uptime.connected(1)
    clock.advance(1_000)
    uptime.ended(`Number ${number}.`, false)
  }
  volume.add([{ rowId: 1, type: 'info', receivedAt: clock.now() }])
  durations.add('time-to-read', [1_000])
  durations.add('acknowledgement-latency', [10, 10])
  durations.add('delivery-delay', [0, 0, 0])
  clock.advance(60_000)
  uptime.beat()
  const read = statistics.read(clock.now())
  expect(read).toMatchObject({
    perMinute: 0.2,
    timeToRead: { samples: 1 },
    acknowledgementLatency: { samples: 2 },
    deliveryDelay: { medianMs: 0, p95Ms: 0, samples: 3 },
    lastDay: { connectedShare: 25 / 85, interruptions: 25 },
    lastWeek: { interruptions: 27 },
  })
  // The week before the first start, two moments of connection, the two days of sleep, 25 seconds and a minute.
  expect(read.uptime.map(({ state }) => state)).toEqual(['not-running', 'connected', 'disconnected'])
  expect(read.uptime.map(({ from, to }) => to - from)).toEqual([7 * dayMs - 85_000, 25_000, 60_000])
  expect(read.interruptions).toHaveLength(20)
  expect(read.interruptions[0]).toMatchObject({ reason: 'Number 24.', lastedMs: null })
  expect(read.interruptions[1]).toMatchObject({ reason: 'Number 23.', lastedMs: 0 })
  expect(validate(StatisticsSchema, read)).toMatchObject({ ok: true })
  const { now } = clock
  expect(statistics.series('hour', now() - 3_600_000, now()).buckets).toHaveLength(1)
})
