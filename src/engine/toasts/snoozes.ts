/**
 * Snoozed notifications: which they are, and when they come back. Not: the toast as which they do.
 *
 * Memory says what is snoozed in this run, the table what is in the next one. A row leaves the table only after `onDue`
 * has returned: after a crash between the two it comes twice, and not never.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import { type Snooze, type SnoozeChoice, snoozeLimit } from '../../contract/snooze.ts'
import { worded } from '../../i18n/wording.ts'
import { WordedRefusal } from '../worded-error.ts'
import { createAlarm } from './alarm.ts'
import { snoozeEnd } from './local-moments.ts'
import { createSnoozeTable } from './snooze-table.ts'

export type Snoozes = Disposable & {
  /** Those that have not come back yet, the next one first. */
  readonly list: readonly Snooze[]
  /** Once, when those who are told can be: what was due while Tocsin was not running comes back now. */
  start(): void
  /**
   * Rows that are not there are skipped; one that is snoozed takes the new time.
   * @returns when they come back, milliseconds since the epoch
   * @throws Refusal `unavailable` beyond `snoozeLimit`, or SQLite's error: nothing has changed
   */
  snooze(rowIds: readonly number[], choice: SnoozeChoice): number
  /** The user wants them no more: they do not come back. @throws SQLite's error: nothing has changed */
  end(rowIds: readonly number[]): void
  /** They are read, or deleted. Costs nothing where none of them is snoozed, and never throws. */
  forget(rowIds: readonly number[]): void
  /** Every row up to and with this one is. */
  forgetUpTo(rowId: number): void
  /** For a tick of seconds, and for when do not disturb has ended. */
  look(): void
}

export type SnoozesDeps = {
  readonly clock: Clock
  readonly database: DatabaseSync
  /** A name of the IANA database. */
  timeZone(): string
  /** While it is quiet nothing comes back. */
  isHeld(): boolean
  /** Those that were due first come first. */
  onDue(rowIds: readonly number[]): void
  /** After `onDue`. */
  onChanged(snoozes: readonly Snooze[]): void
}

const retryMs = 60_000

export function createSnoozes({ clock, ...deps }: SnoozesDeps): Snoozes {
  const table = createSnoozeTable(deps.database)
  const alarm = createAlarm(clock, look)
  let list = table.read()
  let untils = new Map(list.map(({ rowId, until }) => [rowId, until]))
  let isStarted = false
  /** Rows that the table still has to lose; in the time of a clock that never jumps. */
  let leaving: readonly Snooze[] = []
  let retryAt = 0

  function replace(next: readonly Snooze[]): void {
    list = next.toSorted((a, b) => a.until - b.until || a.rowId - b.rowId)
    untils = new Map(list.map(({ rowId, until }) => [rowId, until]))
  }

  function changed(): void {
    alarm.set(list[0]?.until ?? Number.POSITIVE_INFINITY)
    deps.onChanged(list)
  }

  /** Time goes on though the disk refuses: an error here is one that arriving notifications meet, and tell of, too. */
  function clean(): void {
    try {
      table.remove(leaving)
      leaving = []
    } catch {
      retryAt = clock.monotonicNow() + retryMs
    }
  }

  function forgetThose(isGone: (rowId: number) => boolean): void {
    if (list.length === 0) return
    const gone = list.filter(({ rowId }) => isGone(rowId))
    if (gone.length === 0) return
    replace(list.filter(({ rowId }) => !isGone(rowId)))
    leaving = [...leaving, ...gone]
    clean()
    changed()
  }

  /** @returns null where the disk does not tell: then it is asked at the next look */
  function stillThere(snoozes: readonly Snooze[]): readonly number[] | null {
    try {
      return snoozes.map(({ rowId }) => rowId).filter(table.hasNotification)
    } catch {
      return null
    }
  }

  function comeBack(now: number): void {
    const due = list.filter(({ until }) => until <= now)
    const rowIds = stillThere(due)
    if (rowIds === null) return
    replace(list.slice(due.length))
    leaving = [...leaving, ...due]
    if (rowIds.length > 0) deps.onDue(rowIds)
    clean()
    changed()
  }

  function look(): void {
    if (!isStarted) return
    if (leaving.length > 0 && clock.monotonicNow() >= retryAt) clean()
    const next = list[0]
    if (next !== undefined && next.until <= clock.now() && !deps.isHeld()) comeBack(clock.now())
  }

  return {
    get list() {
      return list
    },
    start() {
      isStarted = true
      alarm.set(list[0]?.until ?? Number.POSITIVE_INFINITY)
      look()
    },
    snooze(rowIds, choice) {
      const until = snoozeEnd(choice, clock.now(), deps.timeZone())
      const fresh = [...new Set(rowIds)].filter(table.hasNotification).map((rowId) => ({ rowId, until }))
      const isFresh = new Set(fresh.map(({ rowId }) => rowId))
      const next = [...list.filter(({ rowId }) => !isFresh.has(rowId)), ...fresh]
      if (next.length > snoozeLimit) {
        throw new WordedRefusal('unavailable', worded('engine-toasts.snooze-limit', { limit: snoozeLimit }))
      }
      if (fresh.length === 0) return until
      table.put(fresh)
      leaving = leaving.filter(({ rowId }) => !isFresh.has(rowId))
      replace(next)
      changed()
      return until
    },
    end(rowIds) {
      const ended = [...new Set(rowIds)].flatMap((rowId) => {
        const until = untils.get(rowId)
        return until === undefined ? [] : [{ rowId, until }]
      })
      if (ended.length === 0) return
      table.remove(ended)
      const isEnded = new Set(ended.map(({ rowId }) => rowId))
      replace(list.filter(({ rowId }) => !isEnded.has(rowId)))
      changed()
    },
    forget(rowIds) {
      if (!rowIds.some((rowId) => untils.has(rowId))) return
      const gone = new Set(rowIds)
      forgetThose((rowId) => gone.has(rowId))
    },
    forgetUpTo: (upToRowId) => forgetThose((rowId) => rowId <= upToRowId),
    look,
    [Symbol.dispose]: () => alarm[Symbol.dispose](),
  }
}
