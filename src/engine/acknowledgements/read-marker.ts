/**
 * Marking as read: at once here, and into the outbox for the server, in one transaction with the counts.
 * What would take longer than a moment is left to slices (read-jobs.ts).
 */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../history/database.ts'
import type { CountsTable } from '../statistics/counts.ts'
import { hasKept, type Marked, type MarkedGroup, type Marking } from './marking.ts'
import type { Outbox } from './outbox.ts'
import type { IdJob, ReadJobs, UnreadRow } from './read-jobs.ts'

export type ReadMarker = {
  /**
   * With each row, every unread row of the same source and id (spec.md, fact 1): the newest of them at once, the rest
   * in slices. Unknown and read rows are skipped. One that was read before and marked as unread is that here alone, and
   * is read again here alone: the server knows.
   */
  markRows(rowIds: readonly number[], readAt: number): readonly MarkedGroup[]
  /** Counts as done at once, however many slices it takes. @returns how many were unread, and the newest row covered */
  markAll(readAt: number): { readonly markedCount: number; readonly upToRowId: number }
  /** Marks these where they are read already and only not marked yet: before something else happens to them. */
  settle(rowIds: readonly number[]): void
  /** One slice of what is left to do. @returns what it marked; null when nothing is left */
  slice(): readonly MarkedGroup[] | null
}

export type ReadMarkerDeps = {
  readonly database: DatabaseSync
  readonly jobs: ReadJobs
  readonly outbox: Outbox
  readonly counts: CountsTable
  readonly marking: Marking
  newestRowId(): number
}

/** Each takes a few milliseconds. */
export const markSlice = { atOnce: 1_000, later: 300 } as const

export function createReadMarker(deps: ReadMarkerDeps): ReadMarker {
  const { database, jobs, outbox, counts } = deps
  const { countDown, finish, finishUnmeasured } = deps.marking

  /** By what it has kept, or by a new one. */
  function acknowledge(row: UnreadRow, readAt: number): Marked {
    if (hasKept(row)) return { row, acknowledgementId: row.acknowledgementId }
    return {
      row,
      acknowledgementId: row.wireId === null ? null : outbox.add(row.sourceId, row.wireId, readAt),
    }
  }

  /** Rows below are read already. */
  const floor = (): number => jobs.allRead()?.beforeRowId ?? 0

  function markWithSiblings(rowIds: readonly number[], readAt: number): MarkedGroup[] {
    const lowest = floor()
    const wished = [...new Set(rowIds)]
      .map((rowId) => jobs.unread(rowId))
      .filter((row) => row !== null && row.rowId >= lowest)
      .filter((row) => row !== null)
    const first = wished.map((row) => acknowledge(row, readAt))
    const ids = new Map(
      first.flatMap(({ row, acknowledgementId }) =>
        acknowledgementId === null || hasKept(row) ? [] : [[keyOf(row), acknowledgementId] as const],
      ),
    )
    const done = new Set(wished.map((row) => row.rowId))
    const seen = ids.size === 0 ? [] : unreadFrom(Number.MAX_SAFE_INTEGER, markSlice.atOnce, lowest)
    const siblings = seen
      .filter((row) => !done.has(row.rowId) && !hasKept(row))
      .map((row) => ({ row, acknowledgementId: ids.get(keyOf(row)) ?? null }))
      .filter(({ acknowledgementId }) => acknowledgementId !== null)
    const last = seen.at(-1)
    if (last !== undefined && seen.length === markSlice.atOnce) {
      for (const acknowledgementId of ids.values()) jobs.startId(acknowledgementId, last.rowId, readAt)
    }
    const marked = [...first, ...siblings]
    countDown(marked)
    return finish(marked, readAt)
  }

  const unreadFrom = (beforeRowId: number, limit: number, lowest: number): readonly UnreadRow[] =>
    jobs.unreadBelow(beforeRowId, limit).filter((row) => row.rowId >= lowest)

  function sliceOfIds(found: readonly [IdJob, ...IdJob[]]): MarkedGroup[] {
    const from = found[0].beforeRowId
    const byKey = new Map(found.map((job) => [keyOf(job), job]))
    const rows = unreadFrom(from, markSlice.later, floor())
    const hits = rows.flatMap((row) => {
      const job = byKey.get(keyOf(row))
      return job === undefined || hasKept(row) ? [] : [{ row, acknowledgementId: job.acknowledgementId }]
    })
    jobs.moveIds(from, rows.length < markSlice.later ? null : (rows.at(-1)?.rowId ?? null))
    countDown(hits)
    // The server may have confirmed it before its slices were through.
    return found.flatMap(({ acknowledgementId, readAt, isElsewhere }) => {
      const own = hits.filter((hit) => hit.acknowledgementId === acknowledgementId)
      const end = isElsewhere ? finishUnmeasured : finish
      return end(own, readAt, outbox.stateOf(acknowledgementId))
    })
  }

  /** The counts say "read" since the job began. */
  function sliceOfAll(beforeRowId: number, readAt: number): MarkedGroup[] {
    const rows = jobs.unreadBelow(beforeRowId, markSlice.later)
    jobs.moveAllRead(rows.length < markSlice.later ? null : (rows.at(-1)?.rowId ?? null))
    return finish(
      rows.map((row) => acknowledge(row, readAt)),
      readAt,
    )
  }

  return {
    markRows: (rowIds, readAt) => inTransaction(database, () => markWithSiblings(rowIds, readAt)),
    markAll(readAt) {
      return inTransaction(database, () => {
        const markedCount = Object.values(counts.read()).reduce((sum, { unread }) => sum + unread, 0)
        const upToRowId = deps.newestRowId()
        if (markedCount > 0) jobs.startAllRead(upToRowId + 1, readAt)
        counts.clearUnread()
        return { markedCount, upToRowId }
      })
    },
    settle(rowIds) {
      const job = jobs.allRead()
      if (job === null) return
      const rows = rowIds.map((rowId) => jobs.unread(rowId)).filter((row) => row !== null)
      const covered = rows.filter((row) => row.rowId < job.beforeRowId)
      finish(
        covered.map((row) => acknowledge(row, job.readAt)),
        job.readAt,
      )
    },
    slice() {
      const all = jobs.allRead()
      if (all !== null) return inTransaction(database, () => sliceOfAll(all.beforeRowId, all.readAt))
      const [first, ...rest] = jobs.idJobs()
      return first === undefined ? null : inTransaction(database, () => sliceOfIds([first, ...rest]))
    },
  }
}

export const keyOf = ({ sourceId, wireId }: Pick<UnreadRow, 'sourceId' | 'wireId'>): string =>
  `${sourceId} ${wireId}`
