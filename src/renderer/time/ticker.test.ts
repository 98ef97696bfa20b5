import { expect, test } from 'vitest'
import { createManualSchedule } from './manual-schedule.ts'
import { createTicker } from './ticker.ts'

function tickerUnderTest() {
  const clock = createManualSchedule()
  const page = { isVisible: true, changed: (): void => {} }
  const ticker = createTicker({
    now: clock.now,
    schedule: clock.schedule,
    isVisible: () => page.isVisible,
    watchVisibility(listener) {
      page.changed = listener
      return () => {
        page.changed = () => {}
      }
    },
  })
  return { clock, page, ticker }
}

test('ticks each second while somebody listens, and leaves nothing behind', () => {
  const { clock, ticker } = tickerUnderTest()
  let ticks = 0
  const stop = ticker.subscribe(() => {
    ticks += 1
  })
  clock.advance(3_000)
  expect(ticks).toBe(3)
  expect(ticker.now()).toBe(clock.now())
  stop()
  expect(clock.waitingCount()).toBe(0)
})

test('stands still while the page is hidden, and is right at once when it is seen again', () => {
  const { clock, page, ticker } = tickerUnderTest()
  let ticks = 0
  ticker.subscribe(() => {
    ticks += 1
  })
  page.isVisible = false
  page.changed()
  clock.advance(60_000)
  expect(ticks).toBe(0)
  page.isVisible = true
  page.changed()
  expect(ticks).toBe(1)
  expect(ticker.now()).toBe(clock.now())
  clock.advance(2_000)
  expect(ticks).toBe(3)
})
