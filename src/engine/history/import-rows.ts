/** Stores what an import brings: with its times and marks, without toasts and without acknowledgements. */
import type { DatabaseSync } from 'node:sqlite'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import type { CountsTable } from '../statistics/counts.ts'
import type { PinnedCount } from '../statistics/pinned-count.ts'
import type { Volume } from '../statistics/volume.ts'
import { toastFates } from '../toasts/toast-fate.ts'
import { inTransaction } from './database.ts'
import type { MarkedRow } from './insert-rows.ts'
import type { SavedShapes } from './saved-shapes.ts'
import type { createSources } from './sources.ts'
import { toCode } from './type-code.ts'

export type ImportedNotification = {
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
  readonly sourceAddress: string
  readonly readAt: number | null
  readonly pinnedAt: number | null
  /** A notification's frame, by `parseServerFrame`. */
  readonly frame: string
}

export type RowImporterDeps = {
  readonly database: DatabaseSync
  readonly insert: (rows: readonly MarkedRow[]) => number
  readonly shapes: SavedShapes
  readonly sources: ReturnType<typeof createSources>
  readonly counts: CountsTable
  readonly pinnedCount: PinnedCount
  readonly volume: Volume
}

/** @returns stores some notifications in one transaction: all of them, or none */
export function createRowImporter(
  deps: RowImporterDeps,
): (imported: readonly ImportedNotification[]) => void {
  const { database, insert, shapes, sources, counts, pinnedCount, volume } = deps

  function store(imported: readonly ImportedNotification[]): void {
    const typed = imported.map((each) => ({ ...each, type: typeOf(each.frame) }))
    const firstRowId = insert(
      typed.map(({ sourceAddress, type, ...rest }) => ({
        ...rest,
        sourceId: sources.id(sourceAddress),
        typeCode: toCode(type),
        storedAfterMs: 0,
        toastFate: toastFates.imported,
      })),
    )
    counts.apply(typed.map(({ type, readAt }) => ({ type, total: 1, unread: readAt === null ? 1 : 0 })))
    pinnedCount.add(typed.filter(({ pinnedAt }) => pinnedAt !== null).length)
    volume.add(typed.map(({ type, receivedAt }, place) => ({ type, receivedAt, rowId: firstRowId + place })))
  }

  return (imported) => {
    try {
      inTransaction(database, () => store(imported))
      shapes.saved()
    } catch (fault) {
      sources.forget()
      throw fault
    }
  }
}

function typeOf(frame: string) {
  const parsed = parseServerFrame(frame)
  return parsed.kind === 'notification' ? parsed.notification.type : 'info'
}
