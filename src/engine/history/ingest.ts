/** The way from the socket to the disk: what arrives in one turn of the event loop is stored in one transaction. */

import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { StorageView } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { isSameWording, say, type Wording, worded } from '../../i18n/wording.ts'
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import type { Outbox } from '../acknowledgements/outbox.ts'
import { describeFault } from '../describe-fault.ts'
import type { CountsTable } from '../statistics/counts.ts'
import type { Durations } from '../statistics/durations.ts'
import type { Volume } from '../statistics/volume.ts'
import type { ToastFate } from '../toasts/toast-fate.ts'
import { inTransaction } from './database.ts'
import type { NewRow } from './insert-rows.ts'
import type { SavedShapes } from './saved-shapes.ts'
import type { createSources } from './sources.ts'
import { storageProblem } from './storage-problem.ts'
import { newNotificationRow } from './stored-row.ts'
import { toCode } from './type-code.ts'

export type NewNotification = {
  readonly notification: ParsedNotification
  readonly frame: string
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
}

type NotificationArrival = {
  readonly kind: 'notification'
  readonly sourceAddress: string
  readonly arrived: NewNotification
}
/** The server confirmed an acknowledgement of this id. */
type ConfirmationArrival = {
  readonly kind: 'confirmation'
  readonly sourceAddress: string
  readonly wireId: string
  readonly at: number
}
export type Arrival = NotificationArrival | ConfirmationArrival

/** What one transaction has stored; announced only now. */
export type StoredBatch = {
  readonly rows: readonly NotificationRow[]
  /** What was decided about each row's toast, in the same order. */
  readonly fates: readonly ToastFate[]
  /** Ids of acknowledgements that are confirmed now. */
  readonly confirmedIds: readonly number[]
}

export type IngestDeps = {
  readonly database: DatabaseSync
  /** Stores rows, gives the first one's id. */
  readonly insert: (rows: readonly NewRow[]) => number
  readonly shapes: SavedShapes
  readonly sources: ReturnType<typeof createSources>
  readonly outbox: Outbox
  readonly counts: CountsTable
  readonly volume: Volume
  readonly durations: Durations
  readonly clock: Clock
  i18n(): I18n
  /** @returns a fate for each, in order; it is asked again where storing them has failed */
  decideToasts(arrived: readonly NewNotification[]): readonly ToastFate[]
  /** Milliseconds from the timestamp to the arrival, where that can be told. */
  sampleDelay(timestamp: string | null, receivedAt: number): number | null
  onStored(batch: StoredBatch): void
  onStorage(storage: StorageView): void
  /** More waits than a turn can store, or no longer: no more is to be read until then. */
  onCrowded(isCrowded: boolean): void
}

export type Ingest = {
  readonly storage: StorageView
  add(arrival: Arrival): void
  /** Stores all that waits; for a clean stop. */
  flush(): void
  [Symbol.dispose](): void
}

/** More in one transaction would stall the event loop. */
const batchLimit = 512
/** A turn stores a few of them, so that what waits does not pile up in a burst, but no longer than this. */
const batchesATurn = 4
const turnMs = 2
/** Past it a turn would get long; what is not read yet waits in the system's buffers, and at the server. */
const crowdedAt = batchLimit
/** How much waits in memory while the disk refuses it; past it the oldest is lost, and the user told. */
export const waitingLimit = 10_000
const retryMs = 1_000
/** How many of a batch tell how late notifications come: more would cost, and tell no more. */
const delaySamples = 4

export function createIngest(deps: IngestDeps): Ingest {
  const { database, shapes, sources, outbox, counts, volume, durations } = deps
  const waiting: Arrival[] = []
  const delays = new WeakMap<NewNotification, number | null>()
  let lostCount = 0
  let isCrowded = false
  let storage: { readonly problem: Wording | null; readonly waiting: number } = { problem: null, waiting: 0 }
  let scheduled: NodeJS.Immediate | null = null
  let retry: Disposable | null = null

  function add(arrival: Arrival): void {
    waiting.push(arrival)
    if (waiting.length > waitingLimit && storage.problem !== null) {
      waiting.shift()
      lostCount += 1
    }
    if (retry !== null) return
    scheduled ??= setImmediate(store)
    if (waiting.length >= crowdedAt) setCrowded(true)
  }

  function setCrowded(next: boolean): void {
    if (isCrowded === next) return
    isCrowded = next
    deps.onCrowded(next)
  }

  function store(): void {
    scheduled = null
    const until = deps.clock.monotonicNow() + turnMs
    for (let batch = 0; batch < batchesATurn && waiting.length > 0; batch++) {
      if (!storeNext()) return
      if (deps.clock.monotonicNow() > until) break
    }
    if (waiting.length > 0) scheduled ??= setImmediate(store)
    else setCrowded(false)
  }

  function storeNext(): boolean {
    const batch = waiting.slice(0, batchLimit)
    const stored = tryToStore(batch)
    if (stored === null) return false
    waiting.splice(0, batch.length)
    // Told for as long as anything of then waits: the next time is another one.
    if (waiting.length === 0) lostCount = 0
    setStorage(null)
    deps.onStored(stored)
    return true
  }

  function tryToStore(batch: readonly Arrival[]): StoredBatch | null {
    try {
      const stored = inTransaction(database, () => storeBatch(batch))
      shapes.saved()
      return stored
    } catch (error) {
      sources.forget()
      postpone(error)
      return null
    }
  }

  function storeBatch(batch: readonly Arrival[]): StoredBatch {
    const arrivals = batch.filter((arrival) => arrival.kind === 'notification')
    const fates = arrivals.length === 0 ? [] : deps.decideToasts(arrivals.map(({ arrived }) => arrived))
    const rows = storeNotifications(arrivals, fates)
    const confirmedIds = batch.flatMap((arrival) =>
      arrival.kind === 'confirmation' ? storeConfirmation(arrival) : [],
    )
    return { rows, fates, confirmedIds }
  }

  function storeNotifications(
    arrivals: readonly NotificationArrival[],
    fates: readonly ToastFate[],
  ): NotificationRow[] {
    if (arrivals.length === 0) return []
    const storedAt = deps.clock.now()
    const firstRowId = deps.insert(
      arrivals.map(({ sourceAddress, arrived }, place) => ({
        sourceId: sources.id(sourceAddress),
        typeCode: toCode(arrived.notification.type),
        receivedAt: arrived.receivedAt,
        storedAfterMs: Math.max(0, storedAt - arrived.receivedAt),
        toastFate: fates[place] ?? 0,
        frame: arrived.frame,
      })),
    )
    const rows = arrivals.map(({ arrived }, place) =>
      newNotificationRow(arrived.notification, firstRowId + place, arrived.receivedAt),
    )
    counts.apply(rows.map(({ type }) => ({ type, total: 1, unread: 1 })))
    volume.add(rows)
    durations.add('delivery-delay', sampleDelays(arrivals))
    return rows
  }

  function sampleDelays(arrivals: readonly NotificationArrival[]): number[] {
    return arrivals
      .slice(0, delaySamples)
      .map(({ arrived }) => sampleDelay(arrived))
      .filter((delayMs) => delayMs !== null)
  }

  /** Once for each, however often storing it is tried: what is sampled is learnt from. */
  function sampleDelay(arrived: NewNotification): number | null {
    const sampled = delays.get(arrived)
    if (sampled !== undefined) return sampled
    const delayMs = deps.sampleDelay(arrived.notification.timestamp, arrived.receivedAt)
    delays.set(arrived, delayMs)
    return delayMs
  }

  function storeConfirmation({ sourceAddress, wireId, at }: ConfirmationArrival): number[] {
    const confirmed = outbox.confirm(sources.id(sourceAddress), wireId, at)
    durations.add(
      'acknowledgement-latency',
      confirmed.map(({ requestedAt }) => at - requestedAt),
    )
    return confirmed.map(({ acknowledgementId }) => acknowledgementId)
  }

  /** What comes meanwhile is heard all the same: it waits in memory, as far as that is bounded. */
  function postpone(error: unknown): void {
    setCrowded(false)
    setStorage(describeProblem(error))
    // One may be set already: a flush does not wait for it.
    retry?.[Symbol.dispose]()
    retry = deps.clock.setTimer(retryMs, () => {
      retry = null
      store()
    })
  }

  function describeProblem(error: unknown): Wording {
    const known = storageProblem(error, dirname(database.location() ?? ''))
    const first =
      known === null
        ? worded('engine-storage.not-stored.unknown', { cause: describeFault(error) })
        : worded('engine-storage.not-stored', known)
    if (lostCount === 0) return first
    return worded('common.sentences', {
      ...{ first, second: worded('engine-storage.lost', { count: lostCount }) },
    })
  }

  function setStorage(problem: Wording | null): void {
    const next = { problem, waiting: problem === null ? 0 : waiting.length }
    if (isSameWording(next.problem, storage.problem) && next.waiting === storage.waiting) return
    storage = next
    deps.onStorage(view())
  }

  const view = (): StorageView => ({
    problem: storage.problem === null ? null : say(deps.i18n(), storage.problem),
    waiting: storage.waiting,
  })

  return {
    get storage() {
      return view()
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
