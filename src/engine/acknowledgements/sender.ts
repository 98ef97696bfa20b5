/** Sends what the outbox holds, paced, and gives up for this connection what the server never confirms. */
import type { Clock } from '../../clock/clock.ts'
import type { AcknowledgementState } from '../../contract/notification-row.ts'
import { buildAcknowledgement } from '../../protocol/client-message.ts'
import type { Outbox } from './outbox.ts'

export const senderLimits = { inFlight: 50, answerWithinMs: 10_000, tries: 3 } as const

export type SenderDeps = {
  readonly clock: Clock
  readonly outbox: Outbox
  /** @returns false when there is no open connection */
  send(frame: string): boolean
  onChanged(acknowledgementIds: readonly number[], state: AcknowledgementState): void
  /** The outbox could not be read or written: what is due is tried again at the next occasion. */
  onFault(fault: unknown): void
}

export type Sender = {
  /** A connection to a source is open: start over with all that is not confirmed. */
  opened(findSourceId: () => number): void
  lost(): void
  /** There may be something to send. */
  kick(): void
  /** These need no more sending. */
  confirmed(acknowledgementIds: readonly number[]): void
  [Symbol.dispose](): void
}

type InFlight = { readonly wireId: string; readonly tries: number; readonly dueAt: number }

export function createSender({ clock, outbox, send, onChanged, onFault }: SenderDeps): Sender {
  const inFlight = new Map<number, InFlight>()
  /** Given up on an earlier connection: each later one gets one try, so that a server that forgot is not pestered. */
  let oneTry: ReadonlySet<number> = new Set()
  let openSourceId: number | null = null
  let timer: Disposable | null = null

  function transmit(acknowledgementId: number, wireId: string, tries: number): boolean {
    if (!send(buildAcknowledgement(wireId))) return false
    // Set anew, so that the map stays in the order of what is due first.
    inFlight.delete(acknowledgementId)
    inFlight.set(acknowledgementId, {
      wireId,
      tries,
      dueAt: clock.monotonicNow() + senderLimits.answerWithinMs,
    })
    return true
  }

  function kick(): void {
    if (openSourceId === null) return
    const free = senderLimits.inFlight - inFlight.size
    const due = free > 0 ? outbox.pending(openSourceId, free) : []
    const sentIds = due
      .filter(({ acknowledgementId, wireId }) =>
        transmit(acknowledgementId, wireId, oneTry.has(acknowledgementId) ? senderLimits.tries : 1),
      )
      .map((entry) => entry.acknowledgementId)
    if (sentIds.length > 0) {
      outbox.setState(sentIds, 'sent')
      onChanged(sentIds, 'sent')
    }
    watch()
  }

  function watch(): void {
    if (timer !== null) return
    const [first] = inFlight.values()
    if (first === undefined) return
    timer = clock.setTimer(Math.max(0, first.dueAt - clock.monotonicNow()), () => {
      timer = null
      guard(chase)
    })
  }

  function chase(): void {
    const now = clock.monotonicNow()
    const due = [...inFlight].filter(([, entry]) => entry.dueAt <= now)
    const givenUp: number[] = []
    for (const [id, entry] of due) {
      if (entry.tries < senderLimits.tries && transmit(id, entry.wireId, entry.tries + 1)) continue
      inFlight.delete(id)
      givenUp.push(id)
    }
    if (givenUp.length > 0) {
      outbox.setState(givenUp, 'unconfirmed')
      onChanged(givenUp, 'unconfirmed')
    }
    kick()
  }

  /** These run on socket events and timers, where an exception would end the process. */
  function guard(work: () => void): void {
    try {
      work()
    } catch (fault) {
      onFault(fault)
    }
  }

  function stop(): void {
    openSourceId = null
    inFlight.clear()
    timer?.[Symbol.dispose]()
    timer = null
  }

  function reopen(sourceId: number): void {
    openSourceId = sourceId
    oneTry = new Set(outbox.reopen(sourceId, 'unconfirmed'))
    const reopened = [...oneTry, ...outbox.reopen(sourceId, 'sent')]
    if (reopened.length > 0) onChanged(reopened, 'pending')
    kick()
  }

  return {
    opened(findSourceId) {
      stop()
      guard(() => reopen(findSourceId()))
    },
    lost: stop,
    kick: () => guard(kick),
    confirmed(acknowledgementIds) {
      for (const id of acknowledgementIds) inFlight.delete(id)
      guard(kick)
    },
    [Symbol.dispose]: stop,
  }
}
