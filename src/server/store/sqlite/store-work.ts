/** All that a store does on its file, as plain functions: on whichever thread the file was opened. */
import type { DatabaseSync } from 'node:sqlite'
import type {
  Acknowledgement,
  AcknowledgementOutcome,
  ClientStanding,
  DeliveredRange,
  Draft,
  Page,
  PageRequest,
  ReceiptRequest,
  StoredReceipt,
  StoreFigures,
} from '../store.ts'
import { createAcknowledge } from './acknowledge.ts'
import { type AppendResult, createAppend } from './append.ts'
import { createNoteDelivered } from './note-delivered.ts'
import { createProjection, type Projection } from './projection.ts'
import { createReadFigures } from './read-figures.ts'
import { createReadPage } from './read-page.ts'
import { createReadReceipt } from './read-receipt.ts'
import { createStreamTable } from './stream-table.ts'
import { createTidy, type StoreLimits, type Tidy } from './tidy.ts'

export type StoreWork = {
  append(draft: Draft): AppendResult
  enter(clientId: string, nowMs: number): ClientStanding
  acknowledge(acknowledgement: Acknowledgement): AcknowledgementOutcome
  noteDelivered(ranges: readonly DeliveredRange[]): void
  /** One slice. @returns whether there is more to do */
  tidy(nowMs: number): boolean
  expire(nowMs: number): boolean
  forgettable: Tidy['forgettable']
  standing(clientId: string, nowMs: number): ClientStanding | null
  /** What it is to a log that nodes share. Others have none of that in their file. */
  position: Projection['position']
  begin: Projection['begin']
  restore: Projection['restore']
  apply: Projection['apply']
  checkpoint: Projection['checkpoint']
  read(request: PageRequest): Page
  receipt(request: ReceiptRequest): StoredReceipt | null
  figures(): StoreFigures
  facts(): StoreFacts
  /** The transaction that these were called in was rolled back. */
  undone(): void
}

export type StoreFacts = {
  readonly clientCount: number
  /** More is kept than should be. */
  readonly isOverfull: boolean
}

export function createStoreWork(database: DatabaseSync, limits: StoreLimits): StoreWork {
  const streams = createStreamTable(database)
  const tidy = createTidy(database, limits)
  const writing = {
    append: createAppend(database, streams, tidy),
    enter: streams.enter,
    acknowledge: createAcknowledge(database, streams),
    noteDelivered: createNoteDelivered(database, streams),
  }
  let projection: Projection | null = null
  const projected = (): Projection => {
    projection ??= createProjection(database, streams, writing)
    return projection
  }
  return {
    ...writing,
    tidy(nowMs) {
      const isMore = tidy.slice(nowMs)
      streams.recount()
      return isMore
    },
    expire: tidy.expire,
    forgettable: tidy.forgettable,
    standing: streams.standing,
    position: () => projected().position(),
    begin: (log, epoch) => projected().begin(log, epoch),
    restore: (checkpoint) => projected().restore(checkpoint),
    apply: (entries) => projected().apply(entries),
    checkpoint: () => projected().checkpoint(),
    undone() {
      streams.recount()
      // The table that it made may be undone too.
      projection = null
    },
    read: createReadPage(database, streams, limits.retentionMs),
    receipt: createReadReceipt(database, streams),
    figures: createReadFigures(database),
    facts: () => ({ clientCount: streams.clientCount(), isOverfull: tidy.isOverfull() }),
  }
}
