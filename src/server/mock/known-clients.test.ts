import { expect, test } from 'vitest'
import { createKnownClients } from './known-clients.ts'

test('those that came last are remembered', () => {
  const clientOf = createKnownClients(2, () => () => 0)
  clientOf('alice').connections += 1
  clientOf('bob').connections += 1
  expect(clientOf('alice').connections).toBe(1)
  clientOf('carol')
  expect(clientOf('alice').connections).toBe(1)
  expect(clientOf('bob').connections).toBe(0)
})
