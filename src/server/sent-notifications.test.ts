import { expect, test } from 'vitest'
import { createSentNotifications } from './sent-notifications.ts'

test('an id is unknown, then read, then already read', () => {
  const sent = createSentNotifications(10)
  expect(sent.acknowledge('notif_1234')).toBe('unknown')
  sent.add('notif_1234')
  expect(sent.acknowledge('notif_1234')).toBe('read')
  expect(sent.acknowledge('notif_1234')).toBe('already-read')
})

test('ids repeat: one that is sent again is unread again', () => {
  const sent = createSentNotifications(10)
  sent.add('notif_1234')
  sent.acknowledge('notif_1234')
  sent.add('notif_1234')
  expect(sent.acknowledge('notif_1234')).toBe('read')
})

test('the ids sent longest ago are forgotten first', () => {
  const sent = createSentNotifications(2)
  for (const id of ['a', 'b', 'a', 'c']) sent.add(id)
  expect(['a', 'b', 'c'].map(sent.acknowledge)).toEqual(['read', 'unknown', 'read'])
})
