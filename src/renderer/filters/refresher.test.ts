import { expect, test } from 'vitest'
import { createManualSchedule } from '../time/manual-schedule.ts'
import { createRefresher } from './refresher.ts'

function refresherUnderTest() {
  const clock = createManualSchedule()
  const askedAt: number[] = []
  let isAllowed = true
  let isRefused = false
  const refresher = createRefresher({
    ask: async () => {
      askedAt.push(clock.now())
      if (isRefused) throw new Error('no')
    },
    mayAsk: () => isAllowed,
    ...{ schedule: clock.schedule, soonMs: 100, everyMs: 3_000 },
  })
  /** Lets an answer arrive, then moves the time on. */
  const later = async (byMs: number): Promise<void> => {
    clock.advance(byMs)
    await Promise.resolve()
    await Promise.resolve()
  }
  const start = clock.now()
  return {
    ...{ refresher, later, clock },
    asked: () => askedAt.map((at) => at - start),
    allow: (allowed: boolean) => {
      isAllowed = allowed
    },
    refuse: () => {
      isRefused = true
    },
  }
}

test('it asks soon, and of many changes once', async () => {
  const { refresher, later, asked } = refresherUnderTest()
  for (let count = 0; count < 50; count += 1) refresher.note()
  await later(99)
  expect(asked()).toEqual([])
  await later(1)
  expect(asked()).toEqual([100])
})

test('what changes after an answer waits its time, and is then asked once', async () => {
  const { refresher, later, asked } = refresherUnderTest()
  refresher.note()
  await later(100)
  refresher.note()
  refresher.note()
  await later(2_999)
  expect(asked()).toEqual([100])
  await later(1)
  expect(asked()).toEqual([100, 3_100])
  await later(60_000)
  expect(asked()).toHaveLength(2)
})

test('who goes on typing is not disturbed', async () => {
  const { refresher, later, asked } = refresherUnderTest()
  refresher.note()
  for (let letter = 0; letter < 20; letter += 1) {
    await later(50)
    refresher.giveWay()
  }
  expect(asked()).toEqual([])
  await later(100)
  expect(asked()).toEqual([1_100])
})

test('it waits for as long as it may not ask', async () => {
  const { refresher, later, asked, allow } = refresherUnderTest()
  allow(false)
  refresher.note()
  await later(1_000)
  expect(asked()).toEqual([])
  allow(true)
  await later(100)
  expect(asked()).toEqual([1_100])
})

test('a refusal is no end, and an end leaves no timer', async () => {
  const { refresher, later, asked, clock, refuse } = refresherUnderTest()
  refuse()
  refresher.note()
  await later(100)
  refresher.note()
  await later(3_000)
  expect(asked()).toEqual([100, 3_100])
  refresher.note()
  refresher.dispose()
  expect(clock.waitingCount()).toBe(0)
})
