import { expect, test } from 'vitest'
import { createKeySequence } from './key-sequence.ts'

test('a key that follows in time may be the second of two', () => {
  const sequence = createKeySequence(1_000)
  expect(sequence.pressed('g', 0)).toEqual(['g'])
  sequence.begin('g', 0)
  expect(sequence.pressed('l', 1_000)).toEqual(['g l', 'l'])
  expect(sequence.pressed('l', 1_000)).toEqual(['l'])
})

test('a key that comes too late stands for itself', () => {
  const sequence = createKeySequence(1_000)
  sequence.begin('g', 0)
  expect(sequence.pressed('l', 1_001)).toEqual(['l'])
})
