/** For tests: a history's file with rows in it. */
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction, openDatabase } from '../history/database.ts'
import { createRowInserter, type MarkedRow } from '../history/insert-rows.ts'
import { openShapes } from '../history/saved-shapes.ts'
import { createSources } from '../history/sources.ts'

export type FilledHistory = {
  readonly path: string
  readonly database: DatabaseSync
  /** Stores frames as they would have come; what is not said is plain. @returns the first one's row id */
  store(rows: readonly FilledRow[]): number
}

export type FilledRow = { readonly frame: string; readonly source?: string } & Partial<
  Pick<MarkedRow, 'receivedAt' | 'readAt' | 'pinnedAt'>
>

export const firstReceivedAt = Date.UTC(2026, 0, 31, 12)

export function createFilledHistory(folder: string): FilledHistory {
  const path = join(folder, 'history.sqlite')
  const database = openDatabase(path)
  const sources = createSources(database)
  const { insertMarked } = createRowInserter(database, openShapes(database))
  let stored = 0

  const toNewRow = ({ frame, source = 'ws://a.example/ws', ...times }: FilledRow): MarkedRow => ({
    ...{ sourceId: sources.id(source), typeCode: 0, storedAfterMs: 0, toastFate: 0, readAt: null },
    ...{ pinnedAt: null, receivedAt: firstReceivedAt + stored++, frame },
    ...times,
  })

  return {
    path,
    database,
    store: (rows) =>
      inTransaction(database, () => {
        database.prepare('UPDATE counts SET total = total + ? WHERE type = 0').run(rows.length)
        return insertMarked(rows.map(toNewRow))
      }),
  }
}

/** A frame as a server sends them. */
export const infoFrame = (title: string, message = 'm', id = 'i'): string =>
  JSON.stringify({
    type: 'info',
    title,
    message,
    id,
    timestamp: '2026-01-31T12:00:00',
    read: false,
    priority: 'low',
  })
