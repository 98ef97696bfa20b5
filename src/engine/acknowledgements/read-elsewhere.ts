/** Marks as read what another connection of this client has acknowledged. Not: what was acknowledged here. */
import type { MarkedGroup, Marking } from './marking.ts'
import { hasKept } from './marking.ts'
import type { Outbox } from './outbox.ts'
import type { ReadJobs } from './read-jobs.ts'
import { keyOf, markSlice } from './read-marker.ts'

export type AcknowledgedElsewhere = {
  readonly sourceId: number
  readonly wireId: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

/**
 * Inside a transaction. Every unread row of these ids, the newest at once and the rest in slices; but for those that a
 * person has marked as unread here.
 */
export type ReadElsewhere = (acknowledged: readonly AcknowledgedElsewhere[]) => readonly MarkedGroup[]

export type ReadElsewhereDeps = {
  readonly jobs: Pick<ReadJobs, 'allRead' | 'startId' | 'unreadBelow'>
  readonly outbox: Pick<Outbox, 'addConfirmed'>
  readonly marking: Marking
}

export function createReadElsewhere({ jobs, outbox, marking }: ReadElsewhereDeps): ReadElsewhere {
  return (acknowledged) => {
    if (acknowledged.length === 0) return []
    const readAt = Math.max(...acknowledged.map(({ at }) => at))
    // Those below are read already, by a wish of here.
    const lowest = jobs.allRead()?.beforeRowId ?? 0
    const seen = jobs
      .unreadBelow(Number.MAX_SAFE_INTEGER, markSlice.atOnce)
      .filter(({ rowId }) => rowId >= lowest)
    const unread = Map.groupBy(
      seen.filter((row) => !hasKept(row)),
      keyOf,
    )
    const mayBeMore = seen.length === markSlice.atOnce
    const byKey = new Map(
      acknowledged.map((each) => [keyOf({ ...each, wireId: each.wireId.toWellFormed() }), each]),
    )
    const marked = [...byKey].flatMap(([key, { sourceId, wireId, at }]) => {
      const rows = unread.get(key) ?? []
      if (rows.length === 0 && !mayBeMore) return []
      const acknowledgementId = outbox.addConfirmed(sourceId, wireId, at)
      if (mayBeMore) jobs.startId(acknowledgementId, seen.at(-1)?.rowId ?? lowest, at)
      return rows.map((row) => ({ row, acknowledgementId }))
    })
    marking.countDown(marked)
    return marking.finishUnmeasured(marked, readAt, 'confirmed')
  }
}
