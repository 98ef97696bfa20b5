/** Figures about what came and how it was dealt with. Times are milliseconds since the epoch, durations milliseconds. */
import Type, { type Static } from 'typebox'

export const volumeUnits = ['minute', 'hour', 'day'] as const
export type VolumeUnit = (typeof volumeUnits)[number]

const Count = Type.Integer({ minimum: 0 })

export const SeriesSchema = Type.Object({
  /** Oldest first; those in which nothing came are left out. Deleting notifications does not change them. */
  buckets: Type.Array(
    Type.Object({
      /** When the minute, hour or day (UTC) begins. */
      at: Type.Number(),
      info: Count,
      warning: Count,
      error: Count,
      success: Count,
    }),
  ),
})
export type Series = Static<typeof SeriesSchema>

/** Null where nothing was measured yet. Read from a histogram: good to about 5 %. */
const Duration = Type.Object({
  medianMs: Type.Union([Type.Number(), Type.Null()]),
  p95Ms: Type.Union([Type.Number(), Type.Null()]),
  /** How many were measured. */
  samples: Count,
})
export type DurationFigures = Static<typeof Duration>

const Availability = Type.Object({
  /** Of the time in which Tocsin ran, the share in which it was connected, 0 to 1; null when it did not run. */
  connectedShare: Type.Union([Type.Number(), Type.Null()]),
  /** How often a connection ended that nobody ended. */
  interruptions: Count,
})

export const StatisticsSchema = Type.Object({
  /** Of the last five full minutes. */
  perMinute: Type.Number(),
  /** From received to read. */
  timeToRead: Duration,
  /** From acknowledged by the user to confirmed by the server. */
  acknowledgementLatency: Duration,
  /**
   * From the timestamp to arrival, beyond the quickest lately: a timestamp has no zone and a foreign clock, so only
   * the difference can be known.
   */
  deliveryDelay: Duration,
  lastDay: Availability,
  lastWeek: Availability,
  /**
   * The last week, oldest first, without gaps, at most 400 periods: the oldest are left out beyond.
   * `not-running`: Tocsin itself was not there.
   */
  uptime: Type.Array(
    Type.Object({
      from: Type.Number(),
      to: Type.Number(),
      state: Type.Enum(['connected', 'disconnected', 'not-running']),
    }),
  ),
  /** The newest first, at most 20. */
  interruptions: Type.Array(
    Type.Object({
      endedAt: Type.Number(),
      lastedMs: Type.Union([Type.Number(), Type.Null()]),
      reason: Type.String(),
    }),
  ),
})
export type Statistics = Static<typeof StatisticsSchema>
