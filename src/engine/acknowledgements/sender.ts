/** Sends what the outbox holds, paced, and gives up for this connection what the server never confirms. */
import type { Clock } from '../../clock/clock.ts'
import type { AcknowledgementState } from '../../contract/notification-row.ts'
import { buildAcknowledgement } from '../../protocol/client-message.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'

export const senderLimits = { inFlight: 50, answerWithinMs: 10_000, tries: 3 } as const

/**
 * What was given up on an earlier connection has one try on each later one, a few at a time and after everything else,
 * while somebody may still care: a server that forgot is not pestered (spec.md, fact 10).
 */
export const secondChance = { inFlight: 5, perConnection: 200, forMs: 7 * 24 * 3_600_000 } as const

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
  /** The server does not know that id, so that no confirmation will come. */
  unknown(wireId: string): void
  [Symbol.dispose](): void
}

type InFlight = { readonly wireId: string; readonly tries: number; readonly dueAt: number }

export function createSender({ clock, outbox, send, onChanged, onFault }: SenderDeps): Sender {
  const inFlight = new Map<number, InFlight>()
  let chances: readonly OutboxEntry[] = []
  let openSourceId: number | null = null
  let timer: Disposable | null = null

  function transmit({ acknowledgementId, wireId }: OutboxEntry, tries: number): boolean {
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

  function sendDue(): void {
    if (openSourceId === null) return
    const free = senderLimits.inFlight - inFlight.size
    const due =
      free > 0
        ? outbox.pending(openSourceId, free).filter((each) => !inFlight.has(each.acknowledgementId))
        : []
    const sentIds = due.filter((entry) => transmit(entry, 1)).map((entry) => entry.acknowledgementId)
    watch()
    if (sentIds.length > 0) setSent(sentIds)
    while (inFlight.size < secondChance.inFlight) {
      const [next, ...rest] = chances
      if (next === undefined || !transmit(next, senderLimits.tries)) break
      chances = rest
      watch()
    }
  }

  function setSent(acknowledgementIds: readonly number[]): void {
    outbox.setSent(acknowledgementIds, clock.now())
    onChanged(acknowledgementIds, 'sent')
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
    const again = due.filter(([, entry]) => entry.tries < senderLimits.tries)
    const areSent = again.every(([acknowledgementId, { wireId, tries }]) =>
      transmit({ acknowledgementId, wireId }, tries + 1),
    )
    // The socket is closing: all of it starts over on the next one.
    if (!areSent) {
      stop()
      return
    }
    giveUp(due.filter(([, entry]) => entry.tries >= senderLimits.tries).map(([id]) => id))
    sendDue()
    watch()
  }

  function giveUp(acknowledgementIds: readonly number[]): void {
    for (const id of acknowledgementIds) inFlight.delete(id)
    if (acknowledgementIds.length === 0) return
    outbox.setState(acknowledgementIds, 'unconfirmed')
    onChanged(acknowledgementIds, 'unconfirmed')
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
    chances = []
    inFlight.clear()
    timer?.[Symbol.dispose]()
    timer = null
  }

  function startOver(sourceId: number): void {
    openSourceId = sourceId
    chances = outbox.unconfirmed(sourceId, clock.now() - secondChance.forMs, secondChance.perConnection)
    const reopened = outbox.reopen(sourceId)
    if (reopened.length > 0) onChanged(reopened, 'pending')
    sendDue()
  }

  return {
    opened(findSourceId) {
      stop()
      guard(() => startOver(findSourceId()))
    },
    lost: stop,
    kick: () => guard(sendDue),
    confirmed(acknowledgementIds) {
      for (const id of acknowledgementIds) inFlight.delete(id)
      guard(sendDue)
    },
    unknown(wireId) {
      guard(() => {
        giveUp([...inFlight].filter(([, entry]) => entry.wireId === wireId).map(([id]) => id))
        sendDue()
      })
    },
    [Symbol.dispose]: stop,
  }
}
