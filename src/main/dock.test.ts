import { expect, it } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { createDockPresence } from './dock.ts'

/** As Electron's documentation says: `hide` has no effect within a second after `show`. */
function setUp() {
  const clock = createManualClock()
  let isVisible = true
  let shownAt = Number.NEGATIVE_INFINITY
  const calls: string[] = []
  const dock = {
    isVisible: () => isVisible,
    hide() {
      calls.push('hide')
      if (clock.monotonicNow() - shownAt >= 1_000) isVisible = false
    },
    async show() {
      calls.push('show')
      shownAt = clock.monotonicNow()
      isVisible = true
    },
  }
  let hiddenCount = 0
  const presence = createDockPresence({ dock, clock, onHidden: () => hiddenCount++ })
  return { clock, presence, calls, isVisible: () => isVisible, hiddenCount: () => hiddenCount }
}

it('nothing is done where the dock is as it should be', () => {
  const { presence, calls } = setUp()
  presence.follow(false)
  expect(calls).toEqual([])
})

it('hiding follows at once, and the window is given its focus back', () => {
  const { presence, calls, hiddenCount } = setUp()
  presence.follow(true)
  presence.follow(true)
  expect(calls).toEqual(['hide'])
  expect(hiddenCount()).toBe(1)
})

it('the last of several quick wishes is what counts', () => {
  const { clock, presence, calls, isVisible } = setUp()
  for (const isHidden of [true, false, true]) {
    presence.follow(isHidden)
    clock.advance(10)
  }
  clock.advance(5_000)
  expect(isVisible()).toBe(false)
  expect(calls).toEqual(['hide'])
  presence.follow(false)
  presence.follow(true)
  clock.advance(5_000)
  expect(isVisible()).toBe(false)
  expect(calls).toEqual(['hide', 'show', 'hide'])
  expect(clock.timerCount).toBe(0)
})
