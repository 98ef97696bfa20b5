import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { expect, it } from 'vitest'
import { followPower } from './power.ts'

function setUp() {
  const done: string[] = []
  const powerMonitor = new EventEmitter()
  followPower({
    powerMonitor: powerMonitor as unknown as PowerMonitor, // an emitter is all that is used
    engine: {
      suspending: () => done.push('suspending'),
      woke: () => done.push('woke'),
      setLocked: (isLocked) => done.push(isLocked ? 'locked' : 'unlocked'),
    },
    quit: () => done.push('quit'),
  })
  return { powerMonitor, done }
}

it('the engine hears of sleep and lock', () => {
  const { powerMonitor, done } = setUp()
  for (const name of ['suspend', 'resume', 'lock-screen', 'unlock-screen']) powerMonitor.emit(name)
  expect(done).toEqual(['suspending', 'woke', 'locked', 'unlocked', 'woke'])
})

it('a shutdown waits until everything is stored', () => {
  const { powerMonitor, done } = setUp()
  powerMonitor.emit('shutdown', { preventDefault: () => done.push('waits') })
  expect(done).toEqual(['waits', 'quit'])
})
