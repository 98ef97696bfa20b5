/** What goes wrong in a chaos run: after each message clients come and go, and after some of them a server is killed. */
import type { Draw } from '../../demo/draw.ts'
import type { ChaosClient } from './chaos-client.ts'
import type { ChaosNode } from './chaos-node.ts'

export type TroubleCounts = { kills: number; vanished: number; left: number; came: number; stalled: number }

export type Trouble = {
  readonly counts: Readonly<TroubleCounts>
  /** @param count so many are published */
  afterMessage(count: number): void
  /** Resolves when every server is up again. */
  over(): Promise<void>
}

export function createTrouble(deps: {
  readonly draw: Draw
  readonly nodes: readonly [ChaosNode, ...ChaosNode[]]
  readonly clients: readonly ChaosClient[]
  readonly messages: number
  readonly kills: number
  readonly comingsShare: number
}): Trouble {
  const { draw, nodes, clients, messages } = deps
  const killAt = Array.from({ length: deps.kills }, () => draw.integer(1, messages)).sort((a, b) => a - b)
  const counts: TroubleCounts = { kills: 0, vanished: 0, left: 0, came: 0, stalled: 0 }
  let restarting: Promise<void> = Promise.resolve()
  let failure: unknown = null

  async function restart(): Promise<void> {
    const node = draw.one(nodes)
    counts.kills += 1
    await node.kill()
    await node.start()
  }

  function comeOrGo(): void {
    const client = clients[draw.integer(0, clients.length - 1)]
    if (client === undefined) return
    if (!client.isHere) {
      counts.came += 1
      void client.come()
    } else if (draw.chance(0.2)) {
      counts.stalled += 1
      client.stall()
    } else if (draw.chance(0.7)) {
      counts.vanished += 1
      client.vanish()
    } else {
      counts.left += 1
      client.leave()
    }
  }

  return {
    counts,
    afterMessage(count) {
      while (draw.chance(deps.comingsShare)) comeOrGo()
      while (killAt[0] !== undefined && killAt[0] <= count) {
        killAt.shift()
        // One after another: a server that is down already is not killed.
        restarting = restarting.then(restart).catch((error: unknown) => {
          failure = error
        })
      }
    },
    async over() {
      await restarting
      if (failure !== null) throw failure
    },
  }
}
