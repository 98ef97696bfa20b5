import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { storeLimits } from '../../limits.ts'
import type { Store } from '../store.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

const clients = ['a', 'b', 'c'] as const
const client = fc.constantFrom(...clients)
const step = fc.oneof(
  fc.record({ kind: fc.constant('publish'), of: fc.option(client, { nil: null }) }),
  fc.record({ kind: fc.constant('enter'), of: client }),
  // The oldest that waits: what is acknowledged out of order counts as waiting until then, by design.
  fc.record({ kind: fc.constant('acknowledge'), of: client }),
)

const atMs = Date.UTC(2026, 0, 1)

async function waitingFor(store: Store, clientId: string): Promise<readonly string[]> {
  const { settled } = await store.enter(clientId, atMs)
  const { messages } = await store.read({ clientId, after: settled, nowMs: atMs })
  return messages.filter(({ isAcknowledged }) => !isAcknowledged).map(({ id }) => id)
}

async function take(store: Store, kind: string, of: string | null, id: string): Promise<void> {
  if (kind === 'publish') {
    await store.append({ stream: of, id, frame: '{}', publishedAtMs: atMs, idempotency: null })
    return
  }
  const [oldest] = await waitingFor(store, of ?? '')
  if (kind === 'acknowledge' && oldest !== undefined) {
    await store.acknowledge({ clientId: of ?? '', id: oldest, atMs })
  }
}

test('what waits is what its clients would be sent, whatever was published and acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await using store = await openSqliteStore({
        ...{ file: null, limits: storeLimits, clock: createManualClock(atMs) },
      })
      for (const [index, { kind, of }] of steps.entries()) await take(store, kind, of, `notif_${index}`)
      // Before `waitingFor` makes those known that were not.
      const figures = await store.figures()
      let waiting = 0
      for (const each of clients) waiting += (await waitingFor(store, each)).length
      const messages = steps.filter(({ kind }) => kind === 'publish').length
      expect(figures).toEqual({ waiting, messages, bytes: 2 * messages })
    }),
    { numRuns: 60 },
  )
})
