/**
 * A client that knows the seed alone: it acknowledges all that it gets, and keeps each id once. On every connection it gets
 * again what it has not acknowledged.
 */
import { buildAcknowledgement } from '../../../protocol/client-message.ts'
import { readConfirmation } from '../../../protocol/system-message.ts'
import type { ChaosClient, ClientCounts } from './chaos-client.ts'
import { createHistory } from './history.ts'
import { createLink, type LinkDeps } from './link.ts'
import { createMarks } from './marks.ts'

export type PlainClient = ChaosClient & {
  /** Resolves when what it acknowledged on this connection is confirmed; at once where nothing is under way. */
  allConfirmed(): Promise<void>
  /** How many notifications came on this connection. */
  readonly receivedHere: number
}

export function createPlainClient(
  deps: Pick<LinkDeps, 'clientId' | 'nodes' | 'draw'> & { readonly counts: ClientCounts },
): PlainClient {
  const { clientId, counts } = deps
  const history = createHistory()
  const marks = createMarks()
  const known = new Set<string>()
  const unconfirmed = new Set<string>()
  let confirmed = Promise.withResolvers<void>()
  let receivedHere = 0

  const link = createLink({
    ...deps,
    headers: () => ({}),
    onUpgrade() {
      receivedHere = 0
    },
    onFrame(frame) {
      const text = String(frame['message'])
      if (frame['type'] === 'system') return onSystemMessage(text)
      counts.received += 1
      receivedHere += 1
      // A field of ours would be none of the seed's.
      if ('tocsin' in frame) counts.broken += 1
      const id = String(frame['id'])
      if (known.has(id)) counts.knownAlready += 1
      else if (!marks.isMark(text)) history.store([text])
      known.add(id)
      unconfirmed.add(id)
      link.send(buildAcknowledgement(id))
      marks.reach([text])
    },
    onGone: () => unconfirmed.clear(),
  })

  function onSystemMessage(text: string): void {
    unconfirmed.delete(readConfirmation(text) ?? '')
    if (unconfirmed.size > 0) return
    confirmed.resolve()
    confirmed = Promise.withResolvers()
  }

  return {
    clientId,
    history,
    get isHere() {
      return link.isHere
    },
    get receivedHere() {
      return receivedHere
    },
    async come() {
      counts.connections += 1
      await link.come()
    },
    vanish: () => link.go(false),
    leave: () => link.go(true),
    stall: link.stall,
    has: marks.wait,
    allConfirmed: () => (unconfirmed.size === 0 ? Promise.resolve() : confirmed.promise),
  }
}
