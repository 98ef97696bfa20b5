import { expect, test } from 'vitest'
import { completionKey } from './completion-key.ts'

const press = (key: string, activeIndex: number | null, shiftKey = false) =>
  completionKey({ key, shiftKey }, activeIndex, 3)

test('arrows go through all of them, from the end to the beginning and back', () => {
  expect(press('ArrowDown', null)).toEqual({ kind: 'move', activeIndex: 0 })
  expect(press('ArrowDown', 2)).toEqual({ kind: 'move', activeIndex: 0 })
  expect(press('ArrowUp', null)).toEqual({ kind: 'move', activeIndex: 2 })
  expect(press('ArrowUp', 0)).toEqual({ kind: 'move', activeIndex: 2 })
})

test('Enter and Tab take the one that is meant, and where none is do what they always do', () => {
  expect(press('Enter', 1)).toEqual({ kind: 'choose', index: 1 })
  expect(press('Tab', 1)).toEqual({ kind: 'choose', index: 1 })
  expect(press('Tab', 1, true)).toBeNull()
  expect(press('Enter', null)).toBeNull()
  expect(press('Tab', null)).toBeNull()
})

test('Escape closes them alone, and who moves the caret lets go of them', () => {
  expect(press('Escape', 1)).toEqual({ kind: 'close' })
  expect(press('ArrowLeft', 1)).toEqual({ kind: 'let-go' })
  expect(press('a', 1)).toBeNull()
})
