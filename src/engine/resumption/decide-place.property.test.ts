/** Deciding by a cursor alone is deciding by all that was ever stored. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cursor, Gap, Place, StreamName } from '../../protocol/resumption.ts'
import { decidePlace, movedPast } from './decide-place.ts'

const stream = fc.constantFrom<StreamName>('own', 'all')
const sequence = fc.integer({ min: 1, max: 8 })
const place: fc.Arbitrary<Place | Gap> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ stream, sequence }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(stream, sequence, fc.nat(3))
      .map(([name, from, more]) => ({ stream: name, from, through: from + more })),
  },
)

const numbersOf = (each: Place | Gap): number[] =>
  'sequence' in each
    ? [each.sequence]
    : Array.from({ length: each.through - each.from + 1 }, (_, index) => each.from + index)

test('each is stored once all before it are, and never twice', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const done = { own: new Set<number>(), all: new Set<number>() }
      let cursor: Cursor = { own: 0, all: 0 }
      for (const each of places) {
        const known = done[each.stream]
        const numbers = numbersOf(each)
        const [first = 0] = numbers
        const isKnown = numbers.every((number) => known.has(number))
        const isNext = first === 1 || known.has(first - 1)
        const news = isNext ? 'store' : 'gap'
        const decision = decidePlace(cursor, each)
        expect(decision).toBe(isKnown ? 'drop' : news)
        if (decision !== 'store') continue
        for (const number of numbers) known.add(number)
        cursor = movedPast(cursor, each)
        expect(cursor).toEqual({ own: done.own.size, all: done.all.size })
      }
    }),
    { numRuns: 300 },
  )
})
