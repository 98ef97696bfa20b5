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
import { createReadFigures } from './read-figures.ts'
import { createReadPage } from './read-page.ts'
import { createReadReceipt } from './read-receipt.ts'
import { createStreamTable } from './stream-table.ts'
import { createTidy, type StoreLimits } from './tidy.ts'

export type StoreWork = {
  append(draft: Draft): AppendResult
  enter(clientId: string, nowMs: number): ClientStanding
  acknowledge(acknowledgement: Acknowledgement): AcknowledgementOutcome
  noteDelivered(ranges: readonly DeliveredRange[]): void
  /** One slice. @returns whether there is more to do */
  tidy(nowMs: number): boolean
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
  return {
    append: createAppend(database, streams, tidy),
    enter: streams.enter,
    acknowledge: createAcknowledge(database, streams),
    noteDelivered: createNoteDelivered(database, streams),
    tidy(nowMs) {
      const isMore = tidy.slice(nowMs)
      streams.recount()
      return isMore
    },
    undone: streams.recount,
    read: createReadPage(database, streams, limits.retentionMs),
    receipt: createReadReceipt(database, streams),
    figures: createReadFigures(database),
    facts: () => ({ clientCount: streams.clientCount(), isOverfull: tidy.isOverfull() }),
  }
}
