/** With three replicas, the loss of any NATS server loses nothing, and holds things up for seconds. */
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startNatsCluster } from '../../../testing/nats-cluster-of-three.ts'
import { isReady, missing, openNode, settingsFor } from '../../testing/nats-cluster.ts'
import { draftOf, waitingFor } from '../../testing/store-contract.ts'

import { logStream, type NatsSettings } from './nats-settings.ts'

const nowMs = 1_000_000_000

describe.skipIf(missing !== null)('three replicas', () => {
  test('the NATS server that leads is killed, and every node goes on with all that was stored', {
    timeout: 90_000,
  }, async () => {
    const cluster = await startNatsCluster()
    onTestFinished(() => cluster[Symbol.asyncDispose]())
    const settings = settingsFor(
      cluster.servers.map(({ url }) => url),
      { replicas: 3 },
    )
    const stores = await Promise.all([1, 2, 3].map(() => openNode({ settings })))
    await expect.poll(() => Promise.all(stores.map(isReady)), slow).toEqual([true, true, true])
    const stored: string[] = []
    const append = async (tag: string): Promise<void> => {
      for (const [index, store] of stores.entries()) {
        const id = `${tag} ${index}`
        const draft = draftOf('alice', id, { idempotency: { key: id, hash: '' } })
        await expect.poll(() => store.append(draft).catch(() => null), slow).not.toBeNull()
        stored.push(id)
      }
    }
    await append('before')
    await cluster.servers[await leaderOf(settings)]?.kill()
    await append('without it')
    for (const store of stores) {
      await store.enter('alice', nowMs)
      expect(await waitingFor(store, 'alice')).toEqual(stored)
    }
  })
})

/** An election takes NATS some seconds, and more on a busy machine. */
const slow = { timeout: 60_000, interval: 50 } as const

async function leaderOf({ servers, name }: NatsSettings): Promise<number> {
  const nc = await connect({ servers: servers.map((server) => server.replace('nats://', '')) })
  const { cluster } = await (await jetstreamManager(nc)).streams.info(logStream(name))
  await nc.close()
  return Number(cluster?.leader?.slice(1))
}
