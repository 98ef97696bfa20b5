/** What a client builds, a server reads as it was meant; what anybody else sends is survived. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAcknowledgement, buildConfiguration, parseClientFrame } from './client-message.ts'
import { frequencySeconds, isFrequency } from './limits.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constant('\uD800'),
)

describe('a client message', () => {
  it('acknowledges the very id', () => {
    fc.assert(
      fc.property(anyText, (id) => {
        fc.pre(id !== '')
        expect(parseClientFrame(buildAcknowledgement(id))).toEqual({ kind: 'acknowledge', id })
      }),
      { numRuns: 1_000 },
    )
  })

  it('configures the very frequency, or never leaves the app', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.double({ min: 0, max: 40 })), (frequency) => {
        const { min, max } = frequencySeconds
        expect(isFrequency(frequency)).toBe(frequency >= min && frequency <= max)
        if (isFrequency(frequency))
          expect(parseClientFrame(buildConfiguration(frequency))).toEqual({
            kind: 'configuration',
            frequency,
          })
        else expect(() => buildConfiguration(frequency)).toThrow(RangeError)
      }),
      { numRuns: 1_000 },
    )
  })

  it('of any content is read or rejected with a short sentence', () => {
    const messageLike = fc.dictionary(fc.constantFrom('action', 'id', 'frequency'), fc.jsonValue())
    const anyFrame = fc.oneof(
      anyText,
      fc.json(),
      fc.uint8Array(),
      messageLike.map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const parsed = parseClientFrame(frame)
        if (parsed.kind === 'rejected') expect(parsed.reason).toMatch(/^[A-Z].{10,150}$/s)
        if (parsed.kind === 'acknowledge') expect(parsed.id).not.toBe('')
        if (parsed.kind === 'configuration') expect(typeof parsed.frequency).toBe('number')
      }),
      { numRuns: 2_000 },
    )
  })
})
