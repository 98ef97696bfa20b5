/** For the tests of searching: a real history in a folder of its own, and the index beside it. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { isNotificationType } from '../../protocol/notification-type.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { openShapes } from '../history/saved-shapes.ts'
import { toCode } from '../history/type-code.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import { openSearchIndex, type SearchIndex } from './search-index.ts'

/** What a row holds beside its frame; the rest is as of a row that nobody has touched. */
export type RowOptions = {
  readonly receivedAt?: number
  readonly readAt?: number | null
  readonly pinnedAt?: number | null
  readonly deletionId?: number | null
  readonly sourceId?: number
}

/** Of the frame. */
type Fields = { readonly type?: string } & Readonly<Record<string, unknown>>

export const sources = { 1: 'ws://127.0.0.1:8787/ws/notify/alice', 2: 'wss://Alerts.example/feed' } as const

export function historyUnderTest() {
  const folder = temporaryFolder()
  const files = { historyPath: join(folder, 'history #1.sqlite'), indexPath: join(folder, 'search.sqlite') }
  const history = openDatabase(files.historyPath)
  const shapes = openShapes(history)
  const insertSource = history.prepare('INSERT INTO sources (source_id, address) VALUES (?, ?)')
  for (const [id, address] of Object.entries(sources)) insertSource.run(Number(id), address)
  const insert =
    history.prepare(`INSERT INTO notifications (row_id, source_id, type, received_at, stored_after_ms,
      toast_fate, read_at, pinned_at, deletion_id, shape_id, frame)
    VALUES (?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?)`)
  const note = history.prepare(`INSERT INTO volume_by_hour VALUES (?, 1, 0, 0, 0, ?, ?)
    ON CONFLICT (bucket) DO UPDATE SET first_row_id = min(first_row_id, excluded.first_row_id),
      last_row_id = max(last_row_id, excluded.last_row_id)`)
  const opened: SearchIndex[] = []
  onTestFinished(() => {
    for (const index of opened) index.close()
    history.close()
  })

  return {
    files,
    history,
    shapes,
    /** @returns the row's id */
    add(fields: Fields, options: RowOptions = {}): number {
      const frame = JSON.stringify({ type: 'info', title: 'a title', message: '', ...fields })
      const receivedAt = options.receivedAt ?? 1_800_000_000_000
      const { shapeId, values } = shapes.split(frame)
      shapes.save()
      shapes.saved()
      const next = history
        .prepare('UPDATE row_ids SET next_row_id = next_row_id + 1 RETURNING next_row_id')
        .get()
      const rowId = Number(next?.['next_row_id']) - 1
      insert.run(
        ...[
          rowId,
          options.sourceId ?? 1,
          toCode(isNotificationType(fields.type) ? fields.type : 'info'),
          receivedAt,
        ],
        ...[options.readAt ?? null, options.pinnedAt ?? null, options.deletionId ?? null, shapeId, values],
      )
      note.run(Math.floor(receivedAt / 3_600_000), rowId, rowId)
      return rowId
    },
    open(): SearchIndex {
      const index = openSearchIndex(files)
      opened.push(index)
      return index
    },
  }
}

export function indexAll(index: SearchIndex): void {
  while (index.indexSlice(100).behind > 0);
}

export function queryOf(text: string): Query {
  const parsed = parseQuery(text)
  if (!parsed.ok) throw new Error(`${text}: ${inEnglish(parsed.problem.message)}`)
  return parsed.query
}

/** The ids of the rows found, newest first. */
export function foundIds(index: SearchIndex, text: string, beforeRowId: number | null = null, limit = 100) {
  const page = { direction: 'newest', from: beforeRowId, limit, isCancelled: () => false } as const
  return index.search(queryOf(text), page)?.rows.map(({ row }) => row.rowId) ?? null
}
