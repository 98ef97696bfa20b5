/** The rules of a store, held by NATS JetStream. */
import { afterAll, beforeAll, describe } from 'vitest'
import { systemClock } from '../../../clock/system-clock.ts'
import { type NatsServer, startNatsServer } from '../../../testing/nats-server.ts'
import { storeLimits } from '../../limits.ts'
import { missing, settingsFor, whenReady } from '../../testing/nats-cluster.ts'
import { describeStore } from '../../testing/store-contract.ts'
import { openNatsStore } from './open-nats-store.ts'

describe.skipIf(missing !== null)('on a real nats-server', () => {
  let nats: NatsServer
  let logs = 0
  beforeAll(async () => {
    nats = await startNatsServer()
  })
  afterAll(() => nats[Symbol.asyncDispose]())

  describeStore('NATS JetStream', async () => {
    logs += 1
    const settings = settingsFor([nats.url], { name: `log-${logs}` })
    const options = { settings, file: null, limits: storeLimits, clock: systemClock, random: () => 0.5 }
    const store = await openNatsStore(options)
    await whenReady(store)
    return store
  })
})
