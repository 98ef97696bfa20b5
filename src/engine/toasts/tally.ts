/** What a digest counts: how many of each type, which rows, and the titles that it names. Pure. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import { toastRowLimit } from '../../contract/toast.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'

type TallyRow = Pick<NotificationRow, 'rowId' | 'type' | 'title'>

export type Tally = {
  readonly counts: Readonly<Record<NotificationType, number>>
  /** The newest first, at most `toastRowLimit`: those before are counted, and not known by their ids any more. */
  readonly rows: readonly TallyRow[]
}

export const emptyTally: Tally = { counts: { info: 0, warning: 0, error: 0, success: 0 }, rows: [] }

export const tallySize = ({ counts }: Tally): number =>
  counts.info + counts.warning + counts.error + counts.success

/** @param rows oldest first, as they came */
export function addToTally(tally: Tally, rows: readonly TallyRow[]): Tally {
  const known = new Set(tally.rows.map(({ rowId }) => rowId))
  const fresh = rows.filter(({ rowId }) => !known.has(rowId) && known.add(rowId))
  const counts = { ...tally.counts }
  for (const { type } of fresh) counts[type] += 1
  const newest = fresh.slice(-toastRowLimit).toReversed()
  return { counts, rows: [...newest, ...tally.rows].slice(0, toastRowLimit) }
}

/** Those that are not known by their ids any more stay counted, until all are taken away. */
export function takeFromTally(tally: Tally, isGone: (rowId: number) => boolean): Tally {
  const gone = tally.rows.filter(({ rowId }) => isGone(rowId))
  if (gone.length === 0) return tally
  const rows = tally.rows.filter(({ rowId }) => !isGone(rowId))
  if (rows.length === 0) return emptyTally
  const counts = { ...tally.counts }
  for (const { type } of gone) counts[type] -= 1
  return { counts, rows }
}
