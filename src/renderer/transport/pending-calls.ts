/** Calls that have no reply yet: those waiting for a connection, and those waiting for the host. */
import type { Reply } from '../../contract/reply.ts'
import type { Schedule } from '../time/schedule.ts'

export type PendingCalls = {
  /** @param encode the frame for a call id. @returns the reply; a refusal when none can come, never a rejection */
  add(encode: (callId: number) => string): Promise<Reply>
  /** Sends what waited, and from now on sends at once. */
  connected(send: (frame: string) => void): void
  /** The connection is gone: what was sent is refused, what comes waits for the next. */
  lost(): void
  settle(callId: number, reply: Reply): void
  /** Refuses all of them, also those that wait. */
  refuseAll(): void
}

type Call = { readonly frame: string; readonly resolve: (reply: Reply) => void; cancelWait: () => void }

/** How long a call waits for a connection before it is refused. */
export const connectionWaitMs = 5_000

export function createPendingCalls(schedule: Schedule): PendingCalls {
  const calls = new Map<number, Call>()
  let lastCallId = 0
  let send: ((frame: string) => void) | null = null

  function settle(callId: number, reply: Reply): void {
    const call = calls.get(callId)
    if (call === undefined) return
    calls.delete(callId)
    call.cancelWait()
    call.resolve(reply)
  }

  function refuseAll(): void {
    send = null
    for (const callId of [...calls.keys()]) settle(callId, refusal)
  }

  return {
    settle,
    refuseAll,
    add(encode) {
      lastCallId += 1
      const callId = lastCallId
      return new Promise((resolve) => {
        const call: Call = { frame: encode(callId), resolve, cancelWait: () => {} }
        calls.set(callId, call)
        if (send !== null) send(call.frame)
        else call.cancelWait = schedule(() => settle(callId, refusal), connectionWaitMs)
      })
    },
    connected(sendFrame) {
      send = sendFrame
      for (const call of calls.values()) {
        call.cancelWait()
        sendFrame(call.frame)
      }
    },
    lost() {
      // An attempt that failed was never connected: what waits goes on waiting.
      if (send !== null) refuseAll()
    },
  }
}

const refusal: Reply = {
  ok: false,
  error: {
    code: 'unavailable',
    message: 'Tocsin is not running, so nothing was done. Start it again with npm start.',
  },
}
