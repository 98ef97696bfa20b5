import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWireTimestamp } from './wire-timestamp.ts'

describe('a timestamp of the wire', () => {
  it.each([
    ['2026-11-25T12:30:45', '2026-11-25T12:30:45.000Z'],
    ['2026-11-25T12:30:45.123456', '2026-11-25T12:30:45.123Z'],
    ['2026-11-25T12:30:45.5', '2026-11-25T12:30:45.500Z'],
    ['2026-11-25T12:30:45.000001Z', '2026-11-25T12:30:45.000Z'],
    ['2026-11-25T12:30:45Z', '2026-11-25T12:30:45.000Z'],
    ['2026-11-25T12:30:45+02:00', '2026-11-25T10:30:45.000Z'],
    ['2026-11-25T12:30:45.25-05:30', '2026-11-25T18:00:45.250Z'],
    ['2024-02-29T23:59:59', '2024-02-29T23:59:59.000Z'],
    ['2000-02-29T00:00:00', '2000-02-29T00:00:00.000Z'],
    ['1970-01-01T00:00:00', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(readWireTimestamp(text)).toBe(Date.parse(iso))
  })

  it.each([
    ...['', 'now', '2026-11-25', '2026-11-25 12:30:45', '2026-11-25T12:30', '2026-11-25T12:30:45.'],
    ...['2026-11-25T12:30:45.Z', '2026-11-25T12:30:45z', '2026-11-25T12:30:45ZZ', '2026-11-25T12:30:45+0200'],
    ...['2026-11-25T12:30:45+24:00', '2026-11-25T12:30:45+02:60', '2026-11-25T12:30:45+02:00:00'],
    ...['2026-13-25T12:30:45', '2026-00-25T12:30:45', '2026-11-31T12:30:45', '2026-02-29T12:30:45'],
    ...['2100-02-29T00:00:00', '2026-11-00T12:30:45', '2026-11-25T24:30:45', '2026-11-25T12:60:45'],
    ...['2026-11-25T12:30:60', '1969-12-31T23:59:59', '0001-01-01T00:00:00', '+2026-11-25T12:30:45'],
    ...['2026-11-25T12:30:4５', '2026-11-25T12:30:45.12x', '2026-1-025T12:30:45', '2026-11-25T 2:30:45'],
  ])('does not read %j', (text) => {
    expect(readWireTimestamp(text)).toBeNull()
  })

  it('is read as Date does, for any time', () => {
    const anyTime = fc.date({
      min: new Date(0),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anyTime, fc.constantFrom('', 'Z', '000', '000000Z'), (time, end) => {
        expect(readWireTimestamp(time.toISOString().slice(0, -1) + end)).toBe(time.getTime())
      }),
    )
  })

  it('that is any text is read like Date does, or not at all', () => {
    const mutated = fc
      .tuple(fc.integer({ min: 0, max: 32 }), fc.string({ maxLength: 2 }))
      .map(([place, text]) => {
        const whole = '2026-11-25T12:30:45.123456+02:00'
        return whole.slice(0, place) + text + whole.slice(place + 1)
      })
    fc.assert(
      fc.property(fc.oneof(fc.string(), mutated), (text) => {
        const at = readWireTimestamp(text)
        if (at === null) return
        expect(at).toBe(Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`))
      }),
      { numRuns: 2_000 },
    )
  })
})
