import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { keepPlace } from './keep-place.ts'
import { createWindowMemory } from './window-memory.ts'

function setUp() {
  const clock = createManualClock()
  const memory = createWindowMemory(join(temporaryFolder(), 'window.json'), (problem) => {
    throw problem
  })
  const state = { x: 1, y: 2, width: 800, height: 600, isMaximized: false, isDestroyed: false }
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => ({ x: state.x, y: state.y, width: state.width, height: state.height }),
    isMaximized: () => state.isMaximized,
    isDestroyed: () => state.isDestroyed,
  })
  keepPlace(window as unknown as BrowserWindow, memory, clock) // all of it that is used
  return { clock, memory, state, window }
}

it('a window that is dragged is noted once it rests', () => {
  const { clock, memory, state, window } = setUp()
  window.emit('move')
  state.x = 50
  window.emit('move')
  expect(memory.value.bounds).toBeNull()
  clock.advance(500)
  expect(memory.value).toMatchObject({ bounds: { x: 50, y: 2, width: 800, height: 600 }, isMaximized: false })
})

it('closing notes at once, and a timer that was running reads no window that is gone', () => {
  const { clock, memory, state, window } = setUp()
  state.isMaximized = true
  window.emit('maximize')
  window.emit('close')
  expect(memory.value.isMaximized).toBe(true)
  state.isDestroyed = true
  state.isMaximized = false
  window.emit('resize')
  clock.advance(1_000)
  expect(memory.value.isMaximized).toBe(true)
})
