/** Everything that works on the history's file, wired together. Not: when it is used, and who is told. */
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { StorageView } from '../contract/snapshot.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { createMarking } from './acknowledgements/marking.ts'
import { createOutbox } from './acknowledgements/outbox.ts'
import { createReadElsewhere } from './acknowledgements/read-elsewhere.ts'
import { createReadJobs } from './acknowledgements/read-jobs.ts'
import { createReadMarker } from './acknowledgements/read-marker.ts'
import { createUnreadMarker } from './acknowledgements/unread-marker.ts'
import type { NewNotification, StoredBatch } from './history/arrival.ts'
import { inTransaction } from './history/database.ts'
import { createHistory } from './history/history.ts'
import { createRowImporter } from './history/import-rows.ts'
import { createIngest } from './history/ingest.ts'
import { createRowInserter } from './history/insert-rows.ts'
import { historyFileName, openHistory } from './history/open-history.ts'
import { openShapes } from './history/saved-shapes.ts'
import { createSources } from './history/sources.ts'
import { createBatchStore } from './history/store-batch.ts'
import { startCursorSteps } from './resumption/cursor-steps.ts'
import { createCursorTable } from './resumption/cursor-table.ts'
import { createDeletions } from './retention/deletions.ts'
import { createRetention } from './retention/retention.ts'
import { createCountsTable } from './statistics/counts.ts'
import { createDurations } from './statistics/durations.ts'
import { createPinnedCount } from './statistics/pinned-count.ts'
import { createVolume } from './statistics/volume.ts'
import { createStoryBook } from './story/story.ts'
import type { ToastFate } from './toasts/toast-fate.ts'

export type StorageDeps = {
  readonly clock: Clock
  readonly dataDir: string
  i18n(): I18n
  decideToasts(arrived: readonly NewNotification[]): readonly ToastFate[]
  sampleDelay(timestamp: string | null, receivedAt: number): number | null
  onStored(batch: StoredBatch): void
  onStorage(storage: StorageView): void
  onCrowded(isCrowded: boolean): void
}

export type Storage = ReturnType<typeof createStorage>

/** @throws HistoryError, or SQLite's own error, when the history cannot be opened */
export function createStorage({ clock, dataDir, ...deps }: StorageDeps) {
  const opened = openHistory(dataDir, clock.now())
  const { database, notice } = opened
  const shapes = openShapes(database)
  const sources = createSources(database)
  const { insert, insertMarked } = createRowInserter(database, shapes)
  const pinnedCount = createPinnedCount(database)
  const history = createHistory(database, shapes, pinnedCount)
  const outbox = createOutbox(database)
  const counts = createCountsTable(database)
  const volume = createVolume(database)
  const durations = createDurations(database)
  const storyBook = createStoryBook(database)
  const readJobs = createReadJobs(database, shapes)
  const marking = createMarking({ database, outbox, counts, durations, wasRead: storyBook.wasRead })
  const reading = { jobs: readJobs, outbox, marking }
  const readMarker = createReadMarker({
    ...{ ...reading, database, counts, newestRowId: history.newestRowId },
  })
  const { settle } = readMarker
  const cursors = createCursorTable(database)
  const storeBatch = createBatchStore({
    ...{ insert, sources, outbox, counts, volume, durations, clock },
    startCursorSteps: () => startCursorSteps(cursors, sources),
    ...{ readElsewhere: createReadElsewhere(reading), ...deps },
  })
  const ingest = createIngest({ database, shapes, sources, clock, storeBatch, ...deps })
  const forget = database.prepare('DELETE FROM removed_rows WHERE row_id = ?')

  return {
    ...{ database, notice, sources, history, outbox, counts, volume, durations, ingest, readMarker },
    ...{ readJobs, pinnedCount, cursors },
    path: join(dataDir, historyFileName),
    /** Beside it, and made from it: the search index. */
    indexPath: join(dataDir, 'search.sqlite'),
    importRows: createRowImporter({
      ...{ database, shapes, sources, counts, volume, insert: insertMarked, pinnedCount },
    }),
    deletions: createDeletions({ database, counts, pinnedCount, settle }),
    retention: createRetention({ database, counts, settle }),
    storyBook,
    unreadMarker: createUnreadMarker({ database, counts, jobs: readJobs, note: storyBook.note }),
    /** The search index has forgotten these removed rows. */
    forgetRemoved(rowIds: readonly number[]) {
      inTransaction(database, () => {
        for (const rowId of rowIds) forget.run(rowId)
      })
    },
    [Symbol.dispose]() {
      ingest[Symbol.dispose]()
      opened[Symbol.dispose]()
    },
  }
}
