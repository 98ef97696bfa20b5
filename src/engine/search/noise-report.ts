/** Looks through the newest of the last days for what comes most and is seldom read. */
import { type NoiseReport, noiseScanLimit } from '../../contract/noise-report.ts'
import { createNoise } from '../statistics/noise.ts'
import type { Finder } from './finder.ts'
import { everything } from './query.ts'
import { readWhatCanBeRead, type ShapesFor } from './stored-notification.ts'

/**
 * @param since milliseconds since the epoch
 * @returns null when it was cancelled
 */
export function reportNoise(
  { find }: Pick<Finder, 'find'>,
  shapesFor: ShapesFor,
  since: number,
  isCancelled: () => boolean,
  limit = noiseScanLimit,
): NoiseReport | null {
  const noise = createNoise()
  const page = { direction: 'newest', from: null, limit, isCancelled } as const
  const times = find({ ...everything, receivedFrom: since }, 'rows', page, (row) => {
    const notification = readWhatCanBeRead(row, shapesFor)
    if (notification !== null) {
      const { type, title } = notification
      noise.add({ rowId: Number(row['row_id']), type, title, isUnread: row['read_at'] === null })
    }
    return Number(row['received_at'])
  })
  if (times === null) return null
  const isWhole = times.length < limit
  const oldest = times.at(-1)
  return {
    items: noise.items(),
    scanned: times.length,
    since: isWhole || oldest === undefined ? since : oldest,
  }
}
