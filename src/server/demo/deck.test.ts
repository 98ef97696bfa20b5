import { expect, test } from 'vitest'
import { createDeck } from './deck.ts'

test('deals every item once before any comes again', () => {
  const deal = createDeck(['a', 'b', 'c'], Math.random)
  for (let round = 0; round < 20; round++) {
    expect([deal(), deal(), deal()].sort()).toEqual(['a', 'b', 'c'])
  }
})

test('the order is shuffled', () => {
  const draws = [0.99, 0, 0, 0]
  const deal = createDeck(['a', 'b', 'c'], () => draws.shift() ?? 0)
  expect([deal(), deal(), deal()]).toEqual(['c', 'a', 'b'])
})
