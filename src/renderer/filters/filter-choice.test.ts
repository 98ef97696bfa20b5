import { expect, test } from 'vitest'
import { stateOf, toggleState, withState } from './filter-choice.ts'

test('of unread and pinned one is on at most, and a type stays beside either', () => {
  expect(withState({ type: 'error', isUnread: true }, 'pinned')).toEqual({ type: 'error', isPinned: true })
  expect(withState({ isPinned: true }, 'unread')).toEqual({ isUnread: true })
  expect(withState({ type: 'info', isPinned: true }, 'all')).toEqual({ type: 'info' })
})

test('what is chosen again is let go', () => {
  expect(toggleState({ isUnread: true }, 'unread')).toEqual({})
  expect(toggleState({ type: 'info' }, 'pinned')).toEqual({ type: 'info', isPinned: true })
})

test('the state of a filter is told by what is on in it', () => {
  expect(stateOf({ type: 'error' })).toBe('all')
  expect(stateOf({ isUnread: true })).toBe('unread')
  expect(stateOf({ isPinned: true })).toBe('pinned')
})
