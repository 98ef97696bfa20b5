import { describe, expect, it } from 'vitest'
import { toWireTimestamp } from './timestamp.ts'

const local = (...parts: [number, number, number, number, number, number]) => new Date(...parts).getTime()

describe('toWireTimestamp', () => {
  it("is local time without a zone, as Python's isoformat() prints it", () => {
    expect(toWireTimestamp(local(2023, 6, 25, 14, 32, 15) + 123.456)).toBe('2023-07-25T14:32:15.123456')
    expect(toWireTimestamp(local(2023, 0, 2, 3, 4, 5) + 7)).toBe('2023-01-02T03:04:05.007000')
  })

  it('has no fraction when it is zero', () => {
    expect(toWireTimestamp(local(2023, 6, 25, 14, 32, 15))).toBe('2023-07-25T14:32:15')
  })
})
