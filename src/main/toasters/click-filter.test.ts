import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createClickFilter } from './click-filter.ts'

describe('one click', () => {
  it('is told once, whatever else is clicked meanwhile; a later one is another', () => {
    const clock = createManualClock()
    const clicks = createClickFilter(clock)
    expect(['n-1', 'n-2', 'n-1', 'n-2'].map(clicks.isFirst)).toEqual([true, true, false, false])
    clock.advance(1_999)
    expect(clicks.isFirst('n-1')).toBe(false)
    clock.advance(1)
    expect(clicks.isFirst('n-1')).toBe(true)
  })

  it('of a toast that is shown anew is another at once', () => {
    const clicks = createClickFilter(createManualClock())
    clicks.isFirst('n-1')
    clicks.forget('n-1')
    expect(clicks.isFirst('n-1')).toBe(true)
  })
})
