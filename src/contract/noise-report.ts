/** What comes most and is seldom looked at: candidates for muting. */
import Type, { type Static } from 'typebox'
import { notificationTypes } from '../protocol/notification-type.ts'
import { RowId } from './notification-row.ts'

export const noiseDays = 7
/** Of a longer history only the newest of these days are looked at. */
export const noiseScanLimit = 20_000

const Count = Type.Integer({ minimum: 0 })

export const NoiseReportSchema = Type.Object({
  /** The noisiest first, at most 20, each at least three times: by how many were never read, then by how many came. */
  items: Type.Array(
    Type.Object({
      type: Type.Enum([...notificationTypes]),
      /** Of `titlePattern` (`mute.ts`). */
      titlePattern: Type.String(),
      /** The title of the newest of them. */
      title: Type.String(),
      newestRowId: RowId,
      count: Count,
      unreadCount: Count,
    }),
  ),
  /** How many notifications were looked at. */
  scanned: Count,
  /** Since when; milliseconds since the epoch. */
  since: Type.Number(),
})
export type NoiseReport = Static<typeof NoiseReportSchema>
