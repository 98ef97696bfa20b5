/** Marking as unread again, here alone: what the outbox owes the server or has told it stays as it is. */
import type { DatabaseSync } from 'node:sqlite'
import { worded } from '../../i18n/wording.ts'
import { inTransaction } from '../history/database.ts'
import { toType } from '../history/type-code.ts'
import type { CountChange, CountsTable } from '../statistics/counts.ts'
import type { StoryBook } from '../story/story.ts'
import { WordedRefusal } from '../worded-error.ts'
import type { ReadJobs } from './read-jobs.ts'

export type UnreadMarker = {
  /**
   * Unknown and unread rows are skipped. A row keeps its acknowledgement, for its story, until it is read again.
   * @returns the rows that changed
   * @throws Refusal `unavailable` where a slice would only mark them as read again; nothing has changed then
   */
  markRows(rowIds: readonly number[], at: number): readonly number[]
}

export type UnreadMarkerDeps = {
  readonly database: DatabaseSync
  readonly counts: CountsTable
  readonly jobs: Pick<ReadJobs, 'mayReach'>
  readonly note: StoryBook['note']
}

export function createUnreadMarker({ database, counts, jobs, note }: UnreadMarkerDeps): UnreadMarker {
  const read = database.prepare(
    'SELECT type, read_at FROM notifications WHERE row_id = ? AND deletion_id IS NULL AND read_at IS NOT NULL',
  )
  const unmark = database.prepare('UPDATE notifications SET read_at = NULL WHERE row_id = ?')

  function mark(rowId: number, at: number): CountChange | null {
    const row = read.get(rowId)
    if (row === undefined) return null
    unmark.run(rowId)
    note(rowId, 'read', Number(row['read_at']), null)
    note(rowId, 'unread', at, null)
    return { type: toType(row['type']), total: 0, unread: 1 }
  }

  return {
    markRows(rowIds, at) {
      if (rowIds.some(jobs.mayReach))
        throw new WordedRefusal('unavailable', worded('acknowledgement.unread-waits'))
      return inTransaction(database, () => {
        const changes = new Map<number, CountChange>()
        for (const rowId of rowIds) {
          const change = mark(rowId, at)
          if (change !== null) changes.set(rowId, change)
        }
        counts.apply([...changes.values()])
        return [...changes.keys()]
      })
    },
  }
}
