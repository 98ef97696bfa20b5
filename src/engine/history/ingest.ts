/** The way from the socket to the disk: what arrives in one turn of the event loop is stored in one transaction. */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { StorageView } from '../../contract/snapshot.ts'
import type { Outbox } from '../acknowledgements/outbox.ts'
import type { CountsTable } from '../statistics/counts.ts'
import { inTransaction } from './database.ts'
import type { History, NewNotification } from './history.ts'

export type Arrival =
  | { readonly kind: 'notification'; readonly sourceAddress: string; readonly arrived: NewNotification }
  /** The server confirmed an acknowledgement of this id. */
  | {
      readonly kind: 'confirmation'
      readonly sourceAddress: string
      readonly wireId: string
      readonly at: number
    }

/** What one transaction has stored; announced only now. */
export type StoredBatch = {
  readonly rows: readonly NotificationRow[]
  /** Ids of acknowledgements that are confirmed now. */
  readonly confirmedIds: readonly number[]
}

export type IngestDeps = {
  readonly database: DatabaseSync
  readonly history: History
  readonly outbox: Outbox
  readonly counts: CountsTable
  readonly clock: Clock
  onStored(batch: StoredBatch): void
  onStorage(storage: StorageView): void
}

export type Ingest = {
  readonly storage: StorageView
  add(arrival: Arrival): void
  /** Stores all that waits; for a clean stop. */
  flush(): void
  [Symbol.dispose](): void
}

/** More in one transaction would stall the event loop for longer than a frame. */
const batchLimit = 256
/** How much waits in memory while the disk refuses it; past it the oldest is lost, and the user told. */
export const waitingLimit = 10_000
const retryMs = 1_000

export function createIngest(deps: IngestDeps): Ingest {
  const { database, history, outbox, counts } = deps
  let waiting: Arrival[] = []
  let lostCount = 0
  let storage: StorageView = { problem: null, waiting: 0 }
  let scheduled: NodeJS.Immediate | null = null
  let retry: Disposable | null = null

  function add(arrival: Arrival): void {
    waiting.push(arrival)
    if (waiting.length > waitingLimit && storage.problem !== null) {
      waiting.shift()
      lostCount += 1
    }
    if (retry === null) scheduled ??= setImmediate(store)
  }

  function store(): void {
    scheduled = null
    const batch = waiting.slice(0, batchLimit)
    if (batch.length === 0) return
    const stored = tryToStore(batch)
    if (stored === null) return
    waiting = waiting.slice(batch.length)
    setStorage(null)
    deps.onStored(stored)
    if (waiting.length > 0) scheduled ??= setImmediate(store)
  }

  function tryToStore(batch: readonly Arrival[]): StoredBatch | null {
    try {
      return inTransaction(database, () => storeBatch(batch))
    } catch (error) {
      postpone(error)
      return null
    }
  }

  function storeBatch(batch: readonly Arrival[]): StoredBatch {
    const rows: NotificationRow[] = []
    const confirmedIds: number[] = []
    for (const arrival of batch) {
      const sourceId = history.sourceId(arrival.sourceAddress)
      if (arrival.kind === 'notification') rows.push(history.insert(sourceId, arrival.arrived))
      else confirmedIds.push(...outbox.confirm(sourceId, arrival.wireId, arrival.at))
    }
    counts.apply(rows.map(({ type }) => ({ type, total: 1, unread: 1 })))
    return { rows, confirmedIds }
  }

  function postpone(error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error)
    const lost = lostCount === 0 ? '' : ` ${lostCount} older ones are lost.`
    setStorage(
      `Notifications cannot be stored right now (${cause}). They wait in memory and are tried again.${lost}`,
    )
    retry = deps.clock.setTimer(retryMs, () => {
      retry = null
      store()
    })
  }

  function setStorage(problem: string | null): void {
    const next = { problem, waiting: problem === null ? 0 : waiting.length }
    if (next.problem === storage.problem && next.waiting === storage.waiting) return
    storage = next
    deps.onStorage(storage)
  }

  return {
    get storage() {
      return storage
    },
    add,
    flush() {
      let before = Number.POSITIVE_INFINITY
      // Stops when all is stored, or when the disk refuses and nothing gets less.
      while (waiting.length > 0 && waiting.length < before) {
        before = waiting.length
        store()
      }
    },
    [Symbol.dispose]() {
      if (scheduled !== null) clearImmediate(scheduled)
      retry?.[Symbol.dispose]()
    },
  }
}
