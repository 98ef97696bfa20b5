/** Three servers on one NATS, for a chaos run: with the server that is killed, now and then, NATS is killed too. */
import type { NatsServer } from '../../../testing/nats-server.ts'
import type { ChaosNode } from './chaos-node.ts'
import { createProcessNode } from './process-node.ts'

export type NatsNodes = {
  readonly nodes: readonly [ChaosNode, ChaosNode, ChaosNode]
  readonly natsKills: () => number
}

/** Two that keep a copy in a folder, and one that has to hear everything again after each start. */
export function createNatsNodes(nats: NatsServer, folder: string, natsKilledEvery: number): NatsNodes {
  let kills = 0
  let natsKills = 0
  const onKill = async (): Promise<void> => {
    kills += 1
    if (kills % natsKilledEvery !== 0) return
    natsKills += 1
    await nats.kill()
    await nats.start()
  }
  const node = (...args: readonly string[]): ChaosNode => {
    const server = createProcessNode('--nats', nats.url, ...args)
    return {
      ...server,
      async kill() {
        await server.kill()
        await onKill()
      },
      [Symbol.asyncDispose]: () => server.kill(),
    }
  }
  return {
    nodes: [node('--data-dir', `${folder}/a`), node('--data-dir', `${folder}/b`), node()],
    natsKills: () => natsKills,
  }
}
