import { expect, test } from 'vitest'
import { menuStep } from './menu-step.ts'

const words = ['For 10 minutes', 'For 1 hour', 'Until tomorrow']

test('arrows go round, Home and End to the ends', () => {
  expect(menuStep('ArrowDown', -1, words)).toBe(0)
  expect(menuStep('ArrowDown', 2, words)).toBe(0)
  expect(menuStep('ArrowUp', 0, words)).toBe(2)
  expect(menuStep('ArrowUp', -1, words)).toBe(2)
  expect(menuStep('Home', 2, words)).toBe(0)
  expect(menuStep('End', 0, words)).toBe(2)
})

test('a letter goes to the next item that begins with it, and stays where none does', () => {
  expect(menuStep('f', 0, words)).toBe(1)
  expect(menuStep('F', 1, words)).toBe(0)
  expect(menuStep('u', 0, words)).toBe(2)
  expect(menuStep('x', 0, words)).toBeNull()
})

test('other keys are none of the menu’s', () => {
  for (const key of ['Enter', ' ', 'Tab', 'Escape']) expect(menuStep(key, 0, words)).toBeNull()
  expect(menuStep('ArrowDown', -1, [])).toBeNull()
})
