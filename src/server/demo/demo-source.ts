/** Makes the demo notifications: what is in them. Not: when they go out. */
import type { Clock, Random } from '../../clock/clock.ts'
import type { NotificationFrame } from '../../protocol/notification.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'
import { toWireTimestamp } from '../../protocol/timestamp.ts'
import { assertNever } from '../assert-never.ts'
import { catalogue } from './catalogue.ts'
import { createDeck } from './deck.ts'
import { createDraw } from './draw.ts'

/**
 * @returns opens a source for one connection, which makes one notification a call. Each source deals the types
 * from a shuffled deck of its own, so that its first four notifications show all four; the decks of texts are
 * shared, so that a text comes again only after all the others of its type.
 */
export function createDemoSource(deps: {
  readonly clock: Clock
  readonly random: Random
  /** Opens what deals the types of one source. */
  readonly openTypes?: () => () => NotificationType
}): () => () => NotificationFrame {
  const { clock, random, openTypes = () => createDeck(notificationTypes, random) } = deps
  const draw = createDraw(random)
  const infos = createDeck(catalogue.info, random)
  const warnings = createDeck(catalogue.warning, random)
  const errors = createDeck(catalogue.error, random)
  const successes = createDeck(catalogue.success, random)

  const make = (type: NotificationType): NotificationFrame => {
    // Four digits as in the seed: ids repeat within minutes, which clients have to bear (spec.md, fact 1).
    const id = `notif_${draw.integer(1000, 9999)}`
    const at = toWireTimestamp(clock.now())
    // Title and message hold the places that they have in the seed's examples; the text fills them in.
    const shared = { title: '', message: '', id, timestamp: at, read: false }
    switch (type) {
      case 'info':
        return { type, ...shared, ...infos()(draw) }
      case 'warning':
        return { type, ...shared, ...warnings()(draw) }
      case 'error':
        return { type, ...shared, ...errors()(draw) }
      case 'success':
        return { type, ...shared, ...successes()(draw) }
      default:
        return assertNever(type)
    }
  }

  return () => {
    const nextType = openTypes()
    return () => make(nextType())
  }
}
