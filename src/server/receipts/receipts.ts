/** Tells what became of notifications: at once, or when somebody has acknowledged. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../clock/clock.ts'
import { type Answer, jsonAnswer, problemAnswer } from '../http/answer.ts'
import { queryOf } from '../http/route.ts'
import { maxReceiptWaitSeconds, maxReceiptWatchers } from '../limits.ts'
import type { ReceiptRequest, Store } from '../store/store.ts'
import { keepAlive } from './keep-alive.ts'
import { buildReceipt, type Receipt } from './receipt.ts'
import { createTeller } from './receipt-events.ts'
import { createWatchers, type Watcher } from './watchers.ts'

export type Receipts = {
  answer(request: IncomingMessage, wanted: ReceiptRequest): Promise<Answer>
  /** Writes the stream of events itself. */
  stream(request: IncomingMessage, response: ServerResponse, wanted: ReceiptRequest): Promise<Answer | null>
  /** Something was delivered to this client, or acknowledged by it. */
  changed(clientId: string): void
  /** Everyone who waits is answered with what is known; nobody waits any more. */
  close(): void
}

export function createReceipts(deps: {
  readonly store: Store
  readonly clock: Clock
  /** Stores what was delivered and is not noted yet. */
  readonly flushNotes: () => Promise<void>
}): Receipts {
  const { store, clock } = deps
  const watchers = createWatchers()

  async function read(wanted: ReceiptRequest): Promise<Receipt | null> {
    await deps.flushNotes()
    const stored = await store.receipt(wanted)
    return stored === null ? null : buildReceipt(stored, store.retentionMs)
  }

  /** Reads again whenever something changed, until it is acknowledged or the time is over. */
  async function readUntilAcknowledged(
    request: IncomingMessage,
    wanted: ReceiptRequest,
    waitMs: number,
  ): Promise<Receipt | null> {
    using change = watchers.open(wanted.clientId)
    let isOver = false
    const end = (): void => {
      isOver = true
      change.wake()
    }
    using _timer = clock.setTimer(waitMs, end)
    request.on('close', end)
    for (;;) {
      const receipt = await read(wanted)
      if (receipt === null || receipt.acknowledged > 0 || isOver || watchers.isClosed) return receipt
      await change.next()
    }
  }

  /** Tells each step as it happens: until there is no other, or whoever reads is gone. */
  async function tellSteps(
    response: ServerResponse,
    change: Watcher,
    first: Receipt,
    wanted: ReceiptRequest,
  ): Promise<void> {
    using _alive = keepAlive(clock, response)
    const tell = createTeller(response)
    // Whoever went away before it began will not say so again.
    let isRead = !response.destroyed
    for (let receipt: Receipt | null = first; receipt !== null && isRead; receipt = await read(wanted)) {
      tell(receipt)
      const isDone = wanted.clientId !== null && receipt.acknowledged > 0
      if (isDone || watchers.isClosed) return
      await change.next()
      isRead = !response.destroyed && response.writableLength <= maxUnreadBytes
    }
  }

  return {
    async answer(request, wanted) {
      const wait = readWait(queryOf(request.url ?? '').get('wait'))
      if (wait === null) {
        const detail = `"wait" is a number of seconds from 0 to ${maxReceiptWaitSeconds}.`
        return problemAnswer({ status: 400, detail, field: 'wait' })
      }
      if (wait > 0 && watchers.size >= maxReceiptWatchers) return tooMany
      const receipt =
        wait === 0 ? await read(wanted) : await readUntilAcknowledged(request, wanted, wait * 1000)
      return receipt === null ? notFound(wanted) : jsonAnswer(200, receipt, { 'Cache-Control': 'no-store' })
    },
    async stream(request, response, wanted) {
      if (watchers.size >= maxReceiptWatchers) return tooMany
      using change = watchers.open(wanted.clientId)
      const first = await read(wanted)
      if (first === null) return notFound(wanted)
      response.on('close', change.wake)
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      // Without a body there is nothing to wait for.
      if (request.method !== 'HEAD') await tellSteps(response, change, first, wanted)
      response.end()
      return null
    },
    changed: watchers.wake,
    close: watchers.close,
  }
}

const maxUnreadBytes = 64 * 1024

function readWait(text: string | null): number | null {
  if (text === null) return 0
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return seconds <= maxReceiptWaitSeconds ? seconds : null
}

const notFound = ({ id, clientId }: ReceiptRequest): Answer =>
  problemAnswer({
    status: 404,
    detail: `Nothing with the id ${JSON.stringify(id)} is known for ${clientId === null ? 'everyone' : JSON.stringify(clientId)}: it expired, or was never published.`,
  })

const tooMany = problemAnswer(
  {
    status: 503,
    detail: 'Too many are waiting for receipts: try again in a moment, or ask without waiting.',
  },
  { 'Retry-After': '5' },
)
