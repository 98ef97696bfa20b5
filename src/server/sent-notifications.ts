/** Which notifications a client was sent, and which of them it acknowledged. Bounded: the oldest are forgotten. */

export type AcknowledgementOutcome = 'read' | 'already-read' | 'unknown'

export type SentNotifications = {
  /** Remembers an id as sent and unread. Ids repeat: one that was read is unread again. */
  add(id: string): void
  /** Marks every notification sent with this id as read. Idempotent. */
  acknowledge(id: string): AcknowledgementOutcome
}

/** @param maxIds how many ids are remembered */
export function createSentNotifications(maxIds: number): SentNotifications {
  /** From id to whether it was read, in the order of sending. */
  const readById = new Map<string, boolean>()
  return {
    add(id) {
      readById.delete(id) // so that it moves to the end
      readById.set(id, false)
      if (readById.size <= maxIds) return
      for (const oldest of readById.keys()) {
        readById.delete(oldest)
        return
      }
    },
    acknowledge(id) {
      const wasRead = readById.get(id)
      if (wasRead === undefined) return 'unknown'
      readById.set(id, true)
      return wasRead ? 'already-read' : 'read'
    },
  }
}
