/** Publishes one after another, each until it is answered: as a program does that must not lose or repeat anything. */
import type { Draw } from '../../demo/draw.ts'
import type { ChaosNode } from './chaos-node.ts'
import { type HttpPost, httpPost } from './http-post.ts'
import { type LedgerEntry, ledgerText } from './ledger.ts'

export type PublisherCounts = {
  /** Requests that were not answered, and sent again. */
  retries: number
  /** Of those, stored the first time: known by their key. */
  replayed: number
}

export type ChaosPublisher = {
  /** Resolves when it is answered with 201. @throws Error at any other answer but 503 */
  publish(entry: LedgerEntry): Promise<void>
  /** @param to null: everyone */
  publishText(key: string, to: string | null, text: string): Promise<void>
}

export function createChaosPublisher(deps: {
  readonly nodes: readonly [ChaosNode, ...ChaosNode[]]
  readonly draw: Draw
  readonly counts: PublisherCounts
  /** Of this run: keys are known for a day. */
  readonly run: string
}): ChaosPublisher & Disposable {
  const { nodes, draw, counts, run } = deps
  const post: HttpPost & Disposable = httpPost()

  async function publishText(key: string, to: string | null, text: string): Promise<void> {
    const path = to === null ? '/notify' : `/notify/${to}`
    for (;;) {
      const url = await draw.one(nodes).address()
      const answer = await post(url, path, text, { 'Idempotency-Key': `${run} ${key}` }).catch(() => null)
      if (answer?.isReplayed) counts.replayed += 1
      if (answer?.status === 201) return
      if (answer !== null && answer.status !== 503) throw new Error(`not published: ${answer.status}`)
      counts.retries += 1
    }
  }

  return {
    publishText,
    publish: (entry) => publishText(ledgerText(entry), entry.to, ledgerText(entry)),
    [Symbol.dispose]: () => post[Symbol.dispose](),
  }
}
