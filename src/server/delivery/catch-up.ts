/** Feeds a subscription from the store, page by page and only as fast as its socket drains, until it is live. */
import type { Clock } from '../../clock/clock.ts'
import { type Cursor, type Gap, placeField, type StreamName } from '../../protocol/resumption.ts'
import { buildSystemMessage } from '../../protocol/system-frame.ts'
import { confirmationText } from '../../protocol/system-message.ts'
import type { Page, Store } from '../store/store.ts'
import type { DeliveryNotes } from './delivery-notes.ts'
import { drained } from './drained.ts'
import { frameText } from './frame-text.ts'
import { frameMessage } from './framed-message.ts'
import { isOpen, type Subscription } from './subscription.ts'
import type { UnsentBytes } from './unsent-bytes.ts'

export type CatchUpDeps = {
  readonly store: Store
  readonly clock: Clock
  readonly notes: DeliveryNotes
  readonly unsent: UnsentBytes
  readonly headsFor: (clientId: string) => Cursor
  readonly onDelivered: (clientId: string, count: number) => void
  readonly onFailed: (subscription: Subscription, error: unknown) => void
}

/** @returns starts to feed; nothing where it is being fed already */
export function createCatchUp(deps: CatchUpDeps): (subscription: Subscription) => void {
  const { store, clock, notes, unsent } = deps

  async function feed(subscription: Subscription): Promise<void> {
    const { clientId } = subscription
    subscription.isCatchingUp = true
    try {
      await feedUntilLive(subscription, clientId)
    } finally {
      // In the turn in which it became live: the next announcement may find it too slow again.
      subscription.isCatchingUp = false
    }
  }

  async function feedUntilLive(subscription: Subscription, clientId: string): Promise<void> {
    while (isOpen(subscription)) {
      await drained(subscription.wire)
      using _room = await unsent.room()
      if (!isOpen(subscription)) return
      const page = await store.read({
        clientId,
        after: { own: subscription.own, all: subscription.all },
        nowMs: clock.now(),
      })
      if (!isOpen(subscription)) return
      send(subscription, page)
      const heads = deps.headsFor(clientId)
      if (page.isLast && subscription.own >= heads.own && subscription.all >= heads.all) {
        subscription.ownUnnoted = subscription.own + 1
        subscription.allUnnoted = subscription.all + 1
        subscription.isLive = true
        return
      }
    }
  }

  function send(subscription: Subscription, page: Page): void {
    const { clientId, own, all } = subscription
    const frames = subscription.isResuming ? resumingFrames(subscription, page) : plainFrames(page)
    subscription.own = page.through.own
    subscription.all = page.through.all
    if (frames.length === 0) return
    subscription.wire.write(Buffer.concat(frames), (error) => {
      if (error) return
      const at = { clientId, deliveredAtMs: clock.now() }
      if (page.through.own > own) {
        notes.note({ ...at, stream: 'own', from: page.from.own + 1, through: page.through.own })
      }
      if (page.through.all > all) {
        notes.note({ ...at, stream: 'all', from: page.from.all + 1, through: page.through.all })
      }
      deps.onDelivered(clientId, subscription.isResuming ? page.messages.length : frames.length)
    })
    if (subscription.wire.writableLength > 0) unsent.look(subscription)
  }

  /** What was acknowledged elsewhere is sent too, so that there is no gap, and its confirmation after it. */
  function resumingFrames({ own, all }: Subscription, { from, messages }: Page): Buffer[] {
    const frames: Buffer[] = []
    if (from.own > own) frames.push(announceGap('own', own + 1, from.own))
    if (from.all > all) frames.push(announceGap('all', all + 1, from.all))
    for (const message of messages) {
      frames.push(frameMessage(message, true))
      if (message.isAcknowledged) {
        frames.push(frameText(JSON.stringify(buildSystemMessage(confirmationText(message.id), clock.now()))))
      }
    }
    return frames
  }

  function announceGap(stream: StreamName, from: number, through: number): Buffer {
    const count = through - from + 1
    const text =
      count === 1
        ? '1 notification expired before it could be delivered'
        : `${count} notifications expired before they could be delivered`
    const message = buildSystemMessage(text, clock.now())
    return frameText(JSON.stringify({ ...message, [placeField]: { stream, from, through } satisfies Gap }))
  }

  return (subscription) => {
    if (subscription.isCatchingUp) return
    feed(subscription).catch((error: unknown) => deps.onFailed(subscription, error))
  }
}

const plainFrames = ({ messages }: Page): Buffer[] =>
  messages.filter(({ isAcknowledged }) => !isAcknowledged).map((message) => frameMessage(message, false))
