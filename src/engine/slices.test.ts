import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { createSlices } from './slices.ts'

function setUp() {
  const clock = createManualClock()
  const faults: unknown[] = []
  const slices = createSlices(clock, (fault) => faults.push(fault))
  const done: string[] = []
  /** Work of so many slices. */
  const work = (name: string, count: number) => () => {
    done.push(name)
    return done.filter((each) => each === name).length < count
  }
  return { clock, faults, slices, done, work }
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await nextTurn()
}

describe('slices', () => {
  it('are done one a turn, so that others have theirs in between', async () => {
    const { slices, done, work } = setUp()
    slices.run(work('a', 3))
    expect(done).toEqual([])
    const seen: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      await nextTurn()
      seen.push(done.length)
    }
    expect(seen).toEqual([1, 2, 3, 3])
  })

  it('of several works take turns: the short one does not wait for the long one', async () => {
    const { slices, done, work } = setUp()
    slices.run(work('long', 4))
    slices.run(work('short', 1))
    await turns(6)
    expect(done).toEqual(['long', 'short', 'long', 'long', 'long'])
  })

  it('that fail are reported and tried again a little later, and nothing waits for them', async () => {
    const { clock, slices, done, work, faults } = setUp()
    const fault = new Error('The disk is full.')
    let isFull = true
    const next = work('a', 2)
    slices.run(() => {
      if (isFull) throw fault
      return next()
    })
    slices.run(work('b', 2))
    await turns(4)
    expect(faults).toEqual([fault])
    expect(done).toEqual(['b', 'b'])
    isFull = false
    clock.advance(4_999)
    await turns(2)
    expect(done).toEqual(['b', 'b'])
    clock.advance(1)
    await turns(3)
    expect(done).toEqual(['b', 'b', 'a', 'a'])
    expect(faults).toHaveLength(1)
  })

  it('are not done any more once they are disposed, neither those that wait nor those that failed', async () => {
    const { clock, slices, done, work } = setUp()
    slices.run(() => {
      throw new Error('The disk is full.')
    })
    await turns(1)
    slices.run(work('a', 3))
    await turns(1)
    slices[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
    await turns(3)
    expect(done).toEqual(['a'])
  })
})
