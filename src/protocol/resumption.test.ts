import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatResume, parseResume, readPlace, withPlace } from './resumption.ts'

const sequences = fc.nat({ max: 999_999_999_999_999 })

test('what is written is read back', () => {
  const points = fc.record({ epoch: fc.stringMatching(/^[a-z0-9]{1,64}$/), own: sequences, all: sequences })
  fc.assert(
    fc.property(points, (point) => {
      expect(parseResume(formatResume(point))).toEqual(point)
    }),
  )
  expect(parseResume(' new ')).toBe('new')
})

test.each([
  '',
  'New',
  'epoch=a',
  'own=1, all=2',
  'epoch=a, own=1',
  'epoch=a, own=1.5, all=2',
  'epoch=a, own=1, all=2, more=3',
  `epoch=a, own=${'9'.repeat(16)}, all=0`,
])('%j is neither form', (value) => {
  expect(parseResume(value)).toBeNull()
})

test('a place is added to any frame, and read from it', () => {
  const frames = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
  fc.assert(
    fc.property(frames, fc.constantFrom('own', 'all'), fc.integer({ min: 1 }), (frame, stream, sequence) => {
      const text = withPlace(JSON.stringify(frame), { stream, sequence })
      const parsed = JSON.parse(text)
      expect(readPlace(parsed)).toEqual({ stream, sequence })
      expect(Object.keys(parsed)).toEqual(expect.arrayContaining(Object.keys(frame)))
    }),
  )
})

test('a gap is read, and what is neither is nothing', () => {
  expect(readPlace({ tocsin: { stream: 'all', from: 2, through: 5 } })).toEqual({
    ...{ stream: 'all', from: 2, through: 5 },
  })
  for (const field of [
    ...[undefined, null, 5, 'own', [], {}, { stream: 'own' }, { stream: 'other', sequence: 1 }],
    ...[
      { stream: 'own', sequence: 0 },
      { stream: 'own', sequence: '1' },
      { stream: 'own', sequence: 1.5 },
    ],
    { stream: 'own', from: 5, through: 2 },
  ]) {
    expect(readPlace({ tocsin: field })).toBeNull()
  }
})
