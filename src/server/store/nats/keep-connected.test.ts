import type { NatsConnection } from '@nats-io/transport-node'
import { expect, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { keepConnected, reconnectDelaysMs } from './keep-connected.ts'

test('a connection that cannot be closed is a lost one like any other', async () => {
  const clock = createManualClock()
  const lost: string[] = []
  let connections = 0
  const connected = keepConnected({
    async connect() {
      connections += 1
      // All of it that is used here.
      return { close: () => Promise.reject(new Error('broken pipe')) } as unknown as NatsConnection
    },
    follow: async (_nc, onWorks) => onWorks(),
    onLost: (reason) => void lost.push(reason),
    ...{ clock, random: () => 0.5, log: () => {} },
  })
  while (lost.length < 1) await new Promise(setImmediate)
  clock.advance(reconnectDelaysMs.most)
  while (lost.length < 2) await new Promise(setImmediate)
  await connected[Symbol.asyncDispose]()
  expect({ lost, connections }).toEqual({
    lost: ['the connection was lost', 'the connection was lost'],
    connections: 2,
  })
})
