import { expect, test } from 'vitest'
import { paneLimits } from './pane-limits.ts'
import { withinLimits } from './pane-sizes.ts'
import { widthByKey, widthByPointer } from './separator-moves.ts'

test('a pane grows as its separator goes away from it, whichever way the text runs', () => {
  expect(widthByPointer('sidebar', 'ltr', 200, 30)).toBe(230)
  expect(widthByPointer('sidebar', 'rtl', 200, -30)).toBe(230)
  expect(widthByPointer('panel', 'ltr', 400, 30)).toBe(370)
  expect(widthByPointer('panel', 'rtl', 400, -30)).toBe(370)
})

test('keys move it as the pointer does, to its ends, and back to where it stood by itself', () => {
  expect(widthByKey('ArrowRight', 'sidebar', 'ltr', 200)).toBe(216)
  expect(widthByKey('ArrowRight', 'panel', 'ltr', 400)).toBe(384)
  expect(widthByKey('ArrowLeft', 'panel', 'rtl', 400)).toBe(384)
  expect(widthByKey('Home', 'panel', 'ltr', 400)).toBe(paneLimits.panel.minPx)
  expect(widthByKey('End', 'panel', 'ltr', 400)).toBe(paneLimits.panel.maxPx)
  expect(widthByKey('Enter', 'panel', 'ltr', 400)).toBeNull()
  expect(widthByKey('j', 'panel', 'ltr', 400)).toBeUndefined()
})

test('a width is a whole number between its limits', () => {
  expect(withinLimits('sidebar', 10_000)).toBe(paneLimits.sidebar.maxPx)
  expect(withinLimits('sidebar', -1)).toBe(paneLimits.sidebar.minPx)
  expect(withinLimits('sidebar', 200.4)).toBe(200)
})
