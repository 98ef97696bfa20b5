import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { storeLimits } from '../limits.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import { createKeepKnown } from './keep-known.ts'
import type { Subscription } from './subscription.ts'

test('a client that stays connected for longer than things are kept is still known', async () => {
  const clock = createManualClock()
  await using store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  for (const clientId of ['alice', 'bob']) await store.enter(clientId, clock.now())
  const connected = [{ clientId: 'alice' } as Subscription] // all that is looked at
  const keepKnown = createKeepKnown({ store, clock, subscriptions: () => connected, log: () => {} })
  const hourMs = 60 * 60 * 1000
  for (let passedMs = 0; passedMs < storeLimits.retentionMs * 1.2; passedMs += hourMs) {
    clock.advance(hourMs)
    keepKnown()
    await store.receipt({ id: 'none', clientId: null }) // Whatever was asked before is done then.
  }
  expect(store.clientCount).toBe(1)
})
