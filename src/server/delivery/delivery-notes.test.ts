import { expect, test } from 'vitest'
import type { DeliveredRange } from '../store/store.ts'
import { createDeliveryNotes, maxNotes } from './delivery-notes.ts'

test('what is noted does not wait for the heartbeat once there is much of it', () => {
  const stored: DeliveredRange[] = []
  const notes = createDeliveryNotes({
    store: {
      async noteDelivered(ranges) {
        stored.push(...ranges)
      },
    },
    subscriptions: () => [],
    log: () => {},
  })
  const range = { clientId: 'alice', stream: 'own', deliveredAtMs: 0 } as const
  for (let sequence = 1; sequence < maxNotes; sequence++)
    notes.note({ ...range, from: sequence, through: sequence })
  expect(stored).toHaveLength(0)
  notes.note({ ...range, from: maxNotes, through: maxNotes })
  expect(stored).toHaveLength(maxNotes)
})
