/** When Tocsin ran and when it was connected, kept on disk. Not: how it connects. */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import { createPeriods, type OpenPeriod } from './periods.ts'
import { type Availability, createUptimeFigures, type Interruption } from './uptime-figures.ts'
import type { UptimePeriod } from './uptime-periods.ts'

export type Uptime = {
  /** Once, when the engine starts. */
  started(): void
  /** A connection to this source is live. */
  connected(sourceId: number): void
  /** The live connection ended; nothing happens where there is none. */
  ended(reason: string, isByUser: boolean): void
  /**
   * To be called every minute, after a sleep, and when the engine stops: brings the periods' ends forward, so that a
   * crash loses no more than the last minute.
   */
  beat(): void
  /** From `since` to `now`, both milliseconds since the epoch. */
  availability(since: number, now: number): Availability
  /** From `since` to `now`, oldest first, without gaps. */
  periods(since: number, now: number): UptimePeriod[]
  /** The newest first. */
  interruptions(limit: number): Interruption[]
}

export type UptimeDeps = { readonly database: DatabaseSync; readonly clock: Pick<Clock, 'now'> }

/** Further apart than this, two moments have a sleep between them, or a clock that was set. */
const stoodStillMs = 2 * 60_000
const pruneEveryMs = 86_400_000

export function createUptime({ database, clock }: UptimeDeps): Uptime {
  const periods = createPeriods(database)
  const figures = createUptimeFigures(database)
  let running: OpenPeriod | null = null
  let connection: { readonly sourceId: number; readonly period: OpenPeriod } | null = null
  let seenAt = clock.now()
  let prunedAt = Number.NEGATIVE_INFINITY

  const connect = (sourceId: number, at: number) => ({
    sourceId,
    period: periods.beginConnected(sourceId, at),
  })

  /** Running is brought forward with every connection, so that no time counts as connected and not as running. */
  function bringForward(now: number): void {
    running?.bringForward(now)
    connection?.period.bringForward(now)
  }

  /** What was slept through belongs to no period: those before end where they were last seen, and new ones begin. */
  function look(): number {
    const now = clock.now()
    if (Math.abs(now - seenAt) > stoodStillMs) {
      running = running && periods.beginRunning(now)
      connection = connection && connect(connection.sourceId, now)
    }
    seenAt = now
    bringForward(now)
    return now
  }

  /** Asleep since then, where the first beat after it has yet to come. */
  const awakeUntil = (now: number): number => (now - seenAt > stoodStillMs ? seenAt : now)
  const openIds = () => ({ running: running?.id ?? 0, connected: connection?.period.id ?? 0 })

  function prune(now: number): void {
    if (Math.abs(now - prunedAt) < pruneEveryMs) return
    prunedAt = now
    periods.prune(now)
  }

  return {
    started() {
      seenAt = clock.now()
      running = periods.beginRunning(seenAt)
      prune(seenAt)
    },
    connected(sourceId) {
      connection = connect(sourceId, look())
    },
    ended(reason, isByUser) {
      const now = look()
      connection?.period.end(now, isByUser ? null : reason)
      connection = null
    },
    beat() {
      prune(look())
    },
    availability: (since, now) => figures.availability(since, awakeUntil(now), openIds()),
    periods: (since, now) => figures.periods({ from: since, to: now }, awakeUntil(now), openIds()),
    interruptions: figures.interruptions,
  }
}
