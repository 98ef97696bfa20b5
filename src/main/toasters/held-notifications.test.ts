import { EventEmitter } from 'node:events'
import type { Notification } from 'electron'
import { describe, expect, it } from 'vitest'
import { createHeldNotifications, type Held, heldLimit } from './held-notifications.ts'

const anEntry = (toastId: string): Held => ({
  ...{ toastId, owed: 0, isShown: false, isDismissed: false, isWithdrawn: false, doubt: null },
  notification: new EventEmitter() as unknown as Notification, // never called here
})

describe('held notifications', () => {
  it('are the newest hundred; one that is held again counts as new', () => {
    const held = createHeldNotifications()
    const ids = Array.from({ length: heldLimit }, (_, place) => `n-${place}`)
    for (const id of ids) held.add(anEntry(id))
    held.add(anEntry('n-0'))
    held.add(anEntry('one more'))
    expect([heldLimit, held.get('n-0')?.toastId, held.get('n-1'), held.get('n-2')?.toastId]).toEqual([
      ...[100, 'n-0', undefined, 'n-2'],
    ])
  })

  it('are not removed by what they have replaced', () => {
    const held = createHeldNotifications()
    const [old, young] = [anEntry('n-1'), anEntry('n-1')]
    held.add(old)
    held.add(young)
    held.remove(old)
    expect([held.isCurrent(old), held.isCurrent(young)]).toEqual([false, true])
    held.remove(young)
    expect(held.get('n-1')).toBeUndefined()
  })
})
