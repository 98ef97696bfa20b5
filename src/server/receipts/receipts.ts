/** Tells what became of notifications: at once, or when somebody has acknowledged. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../clock/clock.ts'
import { type Answer, jsonAnswer, problemAnswer } from '../http/answer.ts'
import { queryOf } from '../http/route.ts'
import { maxReceiptWaitSeconds, maxReceiptWatchers } from '../limits.ts'
import type { ReceiptRequest, Store } from '../store/store.ts'
import { buildReceipt, type Receipt } from './receipt.ts'
import { createWatchers } from './watchers.ts'

export type Receipts = {
  answer(request: IncomingMessage, wanted: ReceiptRequest): Promise<Answer>
  /** Writes the stream of events itself. */
  stream(response: ServerResponse, wanted: ReceiptRequest): Promise<Answer | null>
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
    async stream(response, wanted) {
      if (watchers.size >= maxReceiptWatchers) return tooMany
      using change = watchers.open(wanted.clientId)
      const first = await read(wanted)
      if (first === null) return notFound(wanted)
      response.on('close', change.wake)
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      const tell = createTeller(response)
      for (let receipt: Receipt | null = first; receipt !== null; receipt = await read(wanted)) {
        tell(receipt)
        const isDone = wanted.clientId !== null && receipt.acknowledged > 0
        if (isDone || watchers.isClosed) break
        await change.next()
        if (response.destroyed || response.writableLength > maxUnreadBytes) break
      }
      response.end()
      return null
    },
    changed: watchers.wake,
    close: watchers.close,
  }
}

const maxUnreadBytes = 64 * 1024

/** @returns writes each event once */
function createTeller(response: ServerResponse): (receipt: Receipt) => void {
  const told = new Set<string>()
  return (receipt) => {
    for (const event of eventsOf(receipt)) {
      if (told.has(event)) continue
      told.add(event)
      response.write(event)
    }
  }
}

/** Server-sent events (HTML Standard, 9.2): one for each step, told once. */
function eventsOf({ id, stored_at, recipients }: Receipt): string[] {
  const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
  const events = [event('stored', { id, at: stored_at })]
  for (const { client_id, delivered_at: at } of recipients) {
    if (at !== null) events.push(event('delivered', { id, client_id, at }))
  }
  for (const { client_id, acknowledged_at: at } of recipients) {
    if (at !== null) events.push(event('acknowledged', { id, client_id, at }))
  }
  return events
}

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
