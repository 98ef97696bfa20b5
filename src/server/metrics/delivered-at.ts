/** When a notification came to a client, without a note for each delivery. */
import type { Subscription } from '../delivery/subscription.ts'
import { readIdTime } from '../publishing/notification-id.ts'

/**
 * Published while it was connected: then, as its id tells; before that: when the client connected. What a slow reader got
 * later than that counts as more.
 * @returns milliseconds since the epoch; null for an id that a publisher chose
 */
export function deliveredAtMs(
  id: string,
  connections: Iterable<Pick<Subscription, 'enteredAtMs'>>,
): number | null {
  const publishedAtMs = readIdTime(id)
  if (publishedAtMs === null) return null
  let firstEnteredMs = Number.POSITIVE_INFINITY
  for (const { enteredAtMs } of connections) firstEnteredMs = Math.min(firstEnteredMs, enteredAtMs)
  return firstEnteredMs === Number.POSITIVE_INFINITY ? null : Math.max(publishedAtMs, firstEnteredMs)
}
