import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { ariaKeys, chordWords } from './chord-words.ts'

test.each([
  ['j', 'j', 'j'],
  ['Shift+j', 'Shift+J', '⇧J'],
  ['Mod+k', 'Ctrl+K', '⌘K'],
  ['g ,', 'g then ,', 'g then ,'],
  ['Escape', 'Esc', 'Esc'],
])('%s is read as %s, and as %s on macOS', (keys, words, apple) => {
  expect(chordWords(english, { keys }, false)).toBe(words)
  expect(chordWords(english, { keys }, true)).toBe(apple)
})

test('helpers for reading hear what their attribute can say', () => {
  expect(ariaKeys([{ keys: 'Mod+k' }, { keys: '#' }], false)).toBe('Control+k #')
  expect(ariaKeys([{ keys: 'Mod+k' }], true)).toBe('Meta+k')
  expect(ariaKeys([{ keys: 'g l' }], false)).toBeUndefined()
})
