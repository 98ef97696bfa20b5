import { describe, expect, it } from 'vitest'
import { isSmallCall } from './call-size.ts'

describe('a call of a page', () => {
  it.each([
    ['an ordinary one', ['markAsRead', { rowIds: [1, 2] }]],
    ['one without input', ['getSnapshot', undefined]],
    [
      'the largest list of rows',
      ['markAsRead', { rowIds: Array.from({ length: 1_000 }, (_, index) => index) }],
    ],
    ['one without a prototype', ['x', Object.assign(Object.create(null), { a: null, b: true })]],
  ])('is heard: %s', (_what, values) => {
    expect(isSmallCall(...values)).toBe(true)
  })

  const loop: Record<string, unknown> = {}
  loop['again'] = loop
  it.each([
    ['a long text', ['x', 'a'.repeat(2_000_000)]],
    ['a long name', ['a'.repeat(2_000_000), {}]],
    ['a long key', ['x', { ['a'.repeat(2_000_000)]: 1 }]],
    ['many values', ['x', { rowIds: Array.from({ length: 2_000_000 }, () => 1) }]],
    ['many empty objects', ['x', Array.from({ length: 2_000_000 }, () => ({}))]],
    ['a list with one entry far out', ['x', Object.assign([], { 4000000000: 'x'.repeat(2_000_000) })]],
    ['a loop', ['x', loop]],
    ['a buffer', ['x', new ArrayBuffer(8)]],
    ['a map', ['x', { rowIds: new Map() }]],
  ])('is not heard when it is %s', (_what, values) => {
    expect(isSmallCall(...values)).toBe(false)
  })
})
