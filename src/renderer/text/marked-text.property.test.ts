import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayLine } from './display-text.ts'
import { markLine } from './marked-text.ts'

const awkward = fc.constantFrom(
  ' ',
  '\r',
  '\n',
  '\u2028',
  '\u202e',
  '\u0000',
  '\ud83d',
  '\ude00',
  'a',
  'é',
  '\u200b',
  '\t',
)
const hostileText = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary' })), { maxLength: 30 })
  .map((parts) => parts.join(''))
const ranges = fc.array(
  fc.record({ start: fc.integer({ min: -3, max: 60 }), end: fc.integer({ min: -3, max: 60 }) }),
  {
    maxLength: 6,
  },
)

test('whatever is marked, the text is the one that is shown without marks', () => {
  fc.assert(
    fc.property(hostileText, ranges, fc.constantFrom('', 'Info'), (text, marked, fallback) => {
      const parts = markLine(text, marked, fallback)
      expect(parts.map((part) => part.text).join('')).toBe(displayLine(text, fallback))
      expect(parts.every((part) => part.text !== '' && part.text.isWellFormed())).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
