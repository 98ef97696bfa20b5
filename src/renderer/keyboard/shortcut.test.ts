import { expect, test } from 'vitest'
import { type KeyPress, shortcutFor } from './shortcut.ts'

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasModifier: false,
  focus: 'elsewhere',
  ...changes,
})

test('letters work wherever nothing else takes them', () => {
  expect(shortcutFor(press('j'))).toEqual({ kind: 'move', by: 1 })
  expect(shortcutFor(press('k', { focus: 'list' }))).toEqual({ kind: 'move', by: -1 })
  expect(shortcutFor(press('e'))).toEqual({ kind: 'mark-as-read' })
  expect(shortcutFor(press('s'))).toEqual({ kind: 'snooze' })
  expect(shortcutFor(press('p'))).toEqual({ kind: 'pin' })
  expect(shortcutFor(press('#'))).toEqual({ kind: 'delete' })
  expect(shortcutFor(press('Delete'))).toEqual({ kind: 'delete' })
  expect(shortcutFor(press('z'))).toEqual({ kind: 'undo' })
  expect(shortcutFor(press('/'))).toEqual({ kind: 'search' })
})

test('what is typed into a field is not ours, but Escape is', () => {
  for (const key of ['e', '/', 'Delete']) expect(shortcutFor(press(key, { focus: 'control' }))).toBeNull()
  expect(shortcutFor(press('Escape', { focus: 'control' }))).toEqual({ kind: 'close-detail' })
})

test('arrows move in the list alone: elsewhere they scroll and slide', () => {
  expect(shortcutFor(press('ArrowDown', { focus: 'list' }))).toEqual({ kind: 'move', by: 1 })
  expect(shortcutFor(press('ArrowDown'))).toBeNull()
  expect(shortcutFor(press('ArrowDown', { focus: 'control' }))).toBeNull()
})

test('with Ctrl, Alt or Meta every key is the system’s', () => {
  expect(shortcutFor(press('e', { hasModifier: true }))).toBeNull()
})

test('names that every object has are no shortcuts', () => {
  expect(shortcutFor(press('constructor'))).toBeNull()
  expect(shortcutFor(press('toString', { focus: 'list' }))).toBeNull()
})
