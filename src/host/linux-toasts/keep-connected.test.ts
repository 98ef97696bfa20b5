import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { keepConnected } from './keep-connected.ts'
import { testBus, until } from './toaster-under-test.ts'

it('tries again after a second, two, four and so on, and once a minute at last', async () => {
  const clock = createManualClock()
  const path = join(temporaryFolder(), 'bus')
  const server = createServer((socket) => socket.destroy()).listen(path)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  let connectionCount = 0
  let lossCount = 0
  server.on('connection', () => {
    connectionCount += 1
  })
  const connection = keepConnected({
    ...{ clock, busAddress: `unix:path=${path}`, onConnected() {}, onSignal() {} },
    onLost: () => {
      lossCount += 1
    },
  })
  onTestFinished(() => connection[Symbol.dispose]())
  for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
    const before = lossCount
    await until(() => lossCount === before + 1)
    expect(connectionCount).toBe(lossCount)
    expect(clock.timerCount).toBe(1)
    clock.advance(seconds * 1_000 - 1)
    expect(clock.monotonicNow() % 1_000).toBe(999)
    await new Promise(setImmediate)
    expect([connectionCount, lossCount]).toEqual([before + 1, before + 1])
    clock.advance(1)
  }
})

it('begins with a second again once it was connected', async () => {
  const clock = createManualClock()
  const bus = await testBus()
  const happened: string[] = []
  const connection = keepConnected({
    ...{ clock, busAddress: bus.address, onSignal() {} },
    onConnected: () => void happened.push('connected'),
    onLost: () => void happened.push('lost'),
  })
  onTestFinished(() => connection[Symbol.dispose]())
  for (let round = 1; round <= 3; round++) {
    await until(() => happened.length === round * 2 - 1)
    bus.dropConnections()
    await until(() => happened.length === round * 2)
    clock.advance(1_000)
  }
  expect(happened.slice(0, 6)).toEqual(['connected', 'lost', 'connected', 'lost', 'connected', 'lost'])
})
