import { describe, expect, test } from 'vitest'
import { type Focus, type KeyPress, keyName, matchChord } from './chord.ts'

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', hasShift: false },
  ...{ hasControl: false, hasMeta: false, hasAlt: false, hasAltGraph: false, ...changes },
})

describe('a key', () => {
  test('is named by its letter, also where Caps Lock is on, and with Shift beside it', () => {
    expect(keyName(press('j'), false)).toBe('j')
    expect(keyName(press('J'), false)).toBe('j')
    expect(keyName(press('J', { hasShift: true }), false)).toBe('Shift+j')
    expect(keyName(press('ArrowDown', { hasShift: true }), false)).toBe('Shift+ArrowDown')
  })

  test('that makes a character with Shift is that character', () => {
    expect(keyName(press('?', { hasShift: true }), false)).toBe('?')
    expect(keyName(press('#', { hasShift: true }), false)).toBe('#')
    expect(keyName(press('/', { hasShift: true }), false)).toBe('/')
  })

  test('of a keyboard without Latin letters is the one that stands at its place elsewhere', () => {
    expect(keyName(press('о', { code: 'KeyJ' }), false)).toBe('j')
    expect(keyName(press('Л', { code: 'KeyK', hasShift: true }), false)).toBe('Shift+k')
    expect(keyName(press('л', { code: 'KeyK', hasControl: true }), false)).toBe('Mod+k')
    // On a Latin one what is written on the key counts: here Z and Y have changed places.
    expect(keyName(press('z', { code: 'KeyY' }), false)).toBe('z')
  })

  test('is with Command on macOS what it is with Control elsewhere', () => {
    expect(keyName(press('k', { hasMeta: true }), true)).toBe('Mod+k')
    expect(keyName(press('k', { hasControl: true }), false)).toBe('Mod+k')
    expect(keyName(press('k', { hasControl: true }), true)).toBeNull()
    expect(keyName(press('k', { hasMeta: true }), false)).toBeNull()
  })

  test('with Alt is the system’s, where Alt does not just make the character', () => {
    expect(keyName(press('e', { hasAlt: true }), false)).toBeNull()
    expect(keyName(press('#', { hasAlt: true }), true)).toBe('#')
    expect(keyName(press('#', { hasAltGraph: true, hasControl: true, hasAlt: true }), false)).toBe('#')
  })
})

describe('a chord', () => {
  const at = (focus: Focus, keys: string, where?: 'list' | 'anywhere', pressed = keys) =>
    matchChord({ keys, ...(where === undefined ? {} : { where }) }, pressed, focus)

  test('is none of a field’s keys, but for those that are ours anywhere', () => {
    expect(at('field', 'e')).toBeNull()
    expect(at('field', 'Delete')).toBeNull()
    expect(at('field', 'Escape', 'anywhere')).toBe('is')
    expect(at('field', 'Mod+k', 'anywhere')).toBe('is')
  })

  test('of the list leaves arrows alone elsewhere: there they scroll and slide', () => {
    expect(at('list', 'ArrowDown', 'list')).toBe('is')
    expect(at('row-button', 'ArrowDown', 'list')).toBe('is')
    expect(at('elsewhere', 'ArrowDown', 'list')).toBeNull()
    expect(at('button', 'ArrowDown', 'list')).toBeNull()
    expect(at('button', 'e')).toBe('is')
  })

  test('leaves Enter to a button', () => {
    expect(at('list', 'Enter', 'list')).toBe('is')
    expect(at('row-button', 'Enter', 'list')).toBeNull()
  })

  test('of two keys begins with the first, and is both', () => {
    expect(at('list', 'g l', undefined, 'g')).toBe('begins')
    expect(at('list', 'g l', undefined, 'g l')).toBe('is')
    expect(at('list', 'g l', undefined, 'l')).toBeNull()
  })
})
