import { expect, test } from 'vitest'
import { createClientRegistry } from './client-registry.ts'

const create = () => createClientRegistry({ maxIdleClients: 2, maxRememberedIds: 10 })

test('connections of one client id share their memory, and other ids have their own', () => {
  const registry = create()
  const first = registry.enter('alice')
  expect(registry.enter('alice')).toBe(first)
  expect(registry.enter('bob')).not.toBe(first)
})

test('a client that comes back is remembered', () => {
  const registry = create()
  const first = registry.enter('alice')
  registry.leave('alice')
  expect(registry.enter('alice')).toBe(first)
})

test('of clients without a connection, those that left longest ago are forgotten', () => {
  const registry = create()
  const before = ['alice', 'bob', 'carol'].map(registry.enter)
  for (const clientId of ['bob', 'alice', 'carol']) registry.leave(clientId)
  const after = ['alice', 'bob', 'carol'].map(registry.enter)
  expect(after.map((sent, index) => sent === before[index])).toEqual([true, false, true])
})

test('a client with a connection left is never forgotten', () => {
  const registry = create()
  const alice = registry.enter('alice')
  registry.enter('alice')
  registry.leave('alice')
  for (const clientId of ['bob', 'carol', 'dave']) {
    registry.enter(clientId)
    registry.leave(clientId)
  }
  expect(registry.enter('alice')).toBe(alice)
})
