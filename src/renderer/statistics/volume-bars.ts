/** The bars of the volume chart: what came in each minute, hour or day, also where nothing came. Pure. */
import type { Series } from '../../contract/statistics.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'
import type { Stretch } from './volume-range.ts'

export type TypeCounts = Readonly<Record<NotificationType, number>>
export type Bar = Stretch & { readonly counts: TypeCounts; readonly total: number }

const none: TypeCounts = { info: 0, warning: 0, error: 0, success: 0 }

/**
 * @param stretches oldest first, without gaps
 * @param buckets each is counted where it begins: an hour that holds midnight, as in half-hour zones, is not split
 */
export function toBars(stretches: readonly Stretch[], buckets: Series['buckets']): readonly Bar[] {
  let next = 0
  return stretches.map(({ from, to }) => {
    let counts = none
    for (let bucket = buckets[next]; bucket !== undefined && bucket.at < to; bucket = buckets[next]) {
      if (bucket.at >= from) counts = add(counts, bucket)
      next += 1
    }
    return { from, to, counts, total: sum(counts) }
  })
}

export const sumOfBars = (bars: readonly Bar[]): TypeCounts =>
  bars.reduce((all, { counts }) => add(all, counts), none)

const add = (one: TypeCounts, other: TypeCounts): TypeCounts => ({
  info: one.info + other.info,
  warning: one.warning + other.warning,
  error: one.error + other.error,
  success: one.success + other.success,
})

const sum = (counts: TypeCounts): number => notificationTypes.reduce((all, type) => all + counts[type], 0)
