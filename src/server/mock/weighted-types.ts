/** Draws the types of notifications by the weights of a mix. */
import type { Random } from '../../clock/clock.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'
import type { Mix } from './scenario/scenario.ts'

/** @param mix with a weight above 0 at least */
export function createWeightedTypes(mix: Mix, random: Random): () => NotificationType {
  const weighted = notificationTypes.filter((type) => (mix[type] ?? 0) > 0)
  const total = weighted.reduce((sum, type) => sum + (mix[type] ?? 0), 0)
  return () => {
    let left = random() * total
    for (const type of weighted) {
      left -= mix[type] ?? 0
      if (left < 0) return type
    }
    return weighted.at(-1) ?? 'info' // Where rounding leaves something over.
  }
}
