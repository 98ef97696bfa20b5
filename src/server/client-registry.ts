/**
 * What the server remembers of each client id, over all of its connections and after them.
 * Clients without a connection are bounded in number: those that left longest ago are forgotten.
 */
import { createSentNotifications, type SentNotifications } from './sent-notifications.ts'

export type ClientRegistry = {
  /** To be called once for each connection that opens: the memory of its client, made if there is none. */
  enter(clientId: string): SentNotifications
  /** To be called once for each connection that closed. */
  leave(clientId: string): void
}

export function createClientRegistry(limits: {
  readonly maxIdleClients: number
  readonly maxRememberedIds: number
}): ClientRegistry {
  const connected = new Map<string, { readonly sent: SentNotifications; connections: number }>()
  /** In the order of leaving. */
  const idle = new Map<string, SentNotifications>()

  const forgetOldestIdle = (): void => {
    if (idle.size <= limits.maxIdleClients) return
    for (const oldest of idle.keys()) {
      idle.delete(oldest)
      return
    }
  }

  return {
    enter(clientId) {
      const client = connected.get(clientId)
      if (client) {
        client.connections += 1
        return client.sent
      }
      const sent = idle.get(clientId) ?? createSentNotifications(limits.maxRememberedIds)
      idle.delete(clientId)
      connected.set(clientId, { sent, connections: 1 })
      return sent
    },
    leave(clientId) {
      const client = connected.get(clientId)
      if (!client) return
      client.connections -= 1
      if (client.connections > 0) return
      connected.delete(clientId)
      idle.set(clientId, client.sent)
      forgetOldestIdle()
    },
  }
}
