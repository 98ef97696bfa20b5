/** The way from the socket to the disk: what arrives in one turn of the event loop is stored in one transaction. */

import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import type { StorageView } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { isSameWording, say, type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import type { Arrival, StoredBatch } from './arrival.ts'
import { inTransaction } from './database.ts'
import type { SavedShapes } from './saved-shapes.ts'
import { storageProblem } from './storage-problem.ts'

export type IngestDeps = {
  readonly database: DatabaseSync
  readonly shapes: SavedShapes
  readonly sources: { forget(): void }
  readonly clock: Clock
  /** Stores a batch inside a transaction. */
  readonly storeBatch: (batch: readonly Arrival[]) => StoredBatch
  i18n(): I18n
  onStored(batch: StoredBatch): void
  onStorage(storage: StorageView): void
  /** More waits than a turn can store, or no longer: no more is to be read until then. */
  onCrowded(isCrowded: boolean): void
}

export type Ingest = {
  readonly storage: StorageView
  /** How many would be lost if all ended now: what waits, but for what a server sends again. */
  readonly perishableCount: number
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

export function createIngest(deps: IngestDeps): Ingest {
  const { database, shapes, sources } = deps
  const waiting: Arrival[] = []
  let lostCount = 0
  let isCrowded = false
  let storage: { readonly problem: Wording | null; readonly waiting: number } = { problem: null, waiting: 0 }
  let scheduled: NodeJS.Immediate | null = null
  let retry: Disposable | null = null

  function add(arrival: Arrival): void {
    waiting.push(arrival)
    if (waiting.length > waitingLimit && storage.problem !== null) {
      const oldest = waiting.shift()
      if (oldest !== undefined && isLostForGood(oldest)) lostCount += 1
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
    // A flush comes before it.
    if (scheduled !== null) clearImmediate(scheduled)
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
      const stored = inTransaction(database, () => deps.storeBatch(batch))
      shapes.saved()
      return stored
    } catch (error) {
      sources.forget()
      postpone(error)
      return null
    }
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
    get perishableCount() {
      return storage.problem === null ? 0 : waiting.filter(isLostForGood).length
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

/** What has a place in a stream comes again: what follows it will show the gap. */
const isLostForGood = (arrival: Arrival): boolean =>
  arrival.kind === 'confirmation' || (arrival.kind === 'notification' && arrival.placed === undefined)
