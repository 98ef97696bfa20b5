/** Rows summed by minute, hour and day before they reach the disk: a burst becomes a few tallies. Pure. */
import type { NotificationType } from '../../protocol/notification-type.ts'
import { placeOf } from './series-range.ts'

export type VolumeRow = {
  readonly rowId: number
  readonly type: NotificationType
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
}

export type Tally = Readonly<Record<NotificationType, number>> & {
  /** The time since the epoch, in the tally's unit. */
  readonly bucket: number
  readonly firstRowId: number
  readonly lastRowId: number
}

type OpenTally = { -readonly [Key in keyof Tally]: Tally[Key] }

export function tallyByMinute(rows: readonly VolumeRow[]): Tally[] {
  const tallies = new Map<number, OpenTally>()
  let current: OpenTally | undefined
  for (const { rowId, type, receivedAt } of rows) {
    const bucket = placeOf('minute', receivedAt)
    if (current?.bucket !== bucket) current = tallies.get(bucket)
    if (current === undefined) {
      current = none(bucket, rowId)
      tallies.set(bucket, current)
    }
    current[type] += 1
    current.firstRowId = Math.min(current.firstRowId, rowId)
    current.lastRowId = Math.max(current.lastRowId, rowId)
  }
  return [...tallies.values()]
}

/** @param by how many units of these tallies make one of the result's: 60 minutes, 24 hours */
export function coarser(tallies: readonly Tally[], by: number): Tally[] {
  const sums = new Map<number, OpenTally>()
  for (const tally of tallies) {
    const bucket = Math.floor(tally.bucket / by)
    const sum = sums.get(bucket)
    if (sum === undefined) sums.set(bucket, { ...tally, bucket })
    else addTo(sum, tally)
  }
  return [...sums.values()]
}

function addTo(sum: OpenTally, tally: Tally): void {
  sum.info += tally.info
  sum.warning += tally.warning
  sum.error += tally.error
  sum.success += tally.success
  sum.firstRowId = Math.min(sum.firstRowId, tally.firstRowId)
  sum.lastRowId = Math.max(sum.lastRowId, tally.lastRowId)
}

function none(bucket: number, rowId: number): OpenTally {
  return { bucket, info: 0, warning: 0, error: 0, success: 0, firstRowId: rowId, lastRowId: rowId }
}
