/** The HTTP requests that are not answered yet, so that stopping can wait for them. */
import type { ServerResponse } from 'node:http'

export type InFlight = {
  add(response: ServerResponse): void
  /** From now on each answer is the last one of its connection. Resolves when all are given, or their senders gone. */
  finish(): Promise<void>
}

export function createInFlight(): InFlight {
  const responses = new Set<ServerResponse>()
  const { promise: finished, resolve } = Promise.withResolvers<void>()
  let isFinishing = false

  return {
    add(response) {
      responses.add(response)
      if (isFinishing) response.shouldKeepAlive = false
      response.once('close', () => {
        responses.delete(response)
        if (isFinishing && responses.size === 0) resolve()
      })
    },
    finish() {
      isFinishing = true
      for (const response of responses) response.shouldKeepAlive = false
      if (responses.size === 0) resolve()
      return finished
    },
  }
}
