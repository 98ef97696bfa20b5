import { expect, test } from 'vitest'
import { themeOnPage } from './theme-on-page.ts'

test('more contrast is given where the computer asks for it, and nothing else was chosen', () => {
  expect(themeOnPage('system', true)).toBe('high-contrast')
  expect(themeOnPage('dark', true)).toBe('dark')
  expect(themeOnPage('system', false)).toBe('system')
  expect(themeOnPage('high-contrast', false)).toBe('high-contrast')
})
