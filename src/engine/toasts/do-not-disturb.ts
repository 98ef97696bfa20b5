/**
 * Do not disturb as it is now: what the user chose, quiet hours, and the system's own. Tells when it changes, and from
 * which row on there is something to sum up when it ends. Not: what becomes of a toast meanwhile (toast-policy.ts).
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import type { DoNotDisturbChoice, DoNotDisturbView, QuietHours } from '../../contract/do-not-disturb.ts'
import { createAlarm } from './alarm.ts'
import { createKeptQuietTable, type KeptQuiet } from './kept-quiet.ts'
import { doNotDisturbEnd } from './local-moments.ts'
import { type QuietMoment, quietHoursAt } from './quiet-hours.ts'
import { endOf, isSameKept, isSameView, moveSkip, quietView, withoutPast } from './quiet-view.ts'

export type DoNotDisturb = Disposable & {
  readonly view: DoNotDisturbView
  /** Once, when those who are told can be: also of an end while Tocsin was not running. */
  start(): void
  /** `off` ends what was chosen and skips the quiet hours of now, never the system's. @throws SQLite's error: nothing has changed */
  choose(choice: DoNotDisturbChoice): void
  setSystem(isOn: boolean): void
  quietHoursChanged(): void
  /** For a tick of seconds: after a sleep, or where the clock was set, timers come too late. */
  look(): void
}

export type DoNotDisturbDeps = {
  readonly clock: Clock
  readonly database: DatabaseSync
  /** A name of the IANA database; asked at each look. */
  timeZone(): string
  quietHours(): QuietHours
  newestRowId(): number
  onChanged(view: DoNotDisturbView): void
  /** @param fromRowId the newest row when it began: what came in it is above. After `onChanged` */
  onEnded(fromRowId: number): void
}

/** The quiet hours as they were read, and for which stretch of time that holds. */
type HoursRead = QuietMoment & { readonly readAt: number; readonly timeZone: string }

const retryMs = 60_000
/** The desktop has told of its own do not disturb by then, or it does not. */
const presumeMs = 10_000

export function createDoNotDisturb({ clock, ...deps }: DoNotDisturbDeps): DoNotDisturb {
  const table = createKeptQuietTable(deps.database)
  const alarm = createAlarm(clock, refresh)
  let kept = table.read()
  /** When what is kept is to be written again; null while the file says the same. */
  let retryAt: number | null = null
  /** After a restart it is taken to go on, until the desktop tells, or has had its time. */
  let isSystemOn = kept.wasSystem !== null
  let presumption: Disposable | null = null
  let isStarted = false
  let hours = readHours()
  let view = quietView(kept, hours, isSystemOn, clock.now())

  function readHours(): HoursRead {
    const [readAt, timeZone] = [clock.now(), deps.timeZone()]
    return { ...quietHoursAt(deps.quietHours(), readAt, timeZone), readAt, timeZone }
  }

  const areHoursStale = (now: number): boolean =>
    now < hours.readAt || now >= endOf(hours) || deps.timeZone() !== hours.timeZone

  /** What is kept, brought up to now: and where it is quiet, since which row. */
  function broughtUp(wish: KeptQuiet, now: number): KeptQuiet {
    const next = withoutPast(wish, hours, now)
    const quiet = quietView(next, hours, isSystemOn, now)
    if (quiet === null) return { ...next, wasSystem: null }
    const quietFrom = next.quietFrom ?? deps.newestRowId()
    return { ...next, quietFrom, wasSystem: quiet.reason === 'system' ? 1 : null }
  }

  /** Time goes on though the disk refuses: an error here is one that arriving notifications meet, and tell of, too. */
  function keep(next: KeptQuiet): void {
    kept = next
    try {
      table.write(next)
      retryAt = null
    } catch {
      retryAt = clock.monotonicNow() + retryMs
    }
  }

  function refresh(): void {
    const now = clock.now()
    const { timeZone } = hours
    if (areHoursStale(now)) hours = readHours()
    settle(timeZone === hours.timeZone ? kept : moveSkip(kept, hours, now), now)
  }

  function settle(wish: KeptQuiet, now: number): void {
    if (!isStarted) {
      view = quietView(wish, hours, isSystemOn, now)
      return
    }
    const next = broughtUp(wish, now)
    if (retryAt !== null || !isSameKept(next, kept)) keep(next)
    tell(now)
  }

  function tell(now: number): void {
    const before = view
    view = quietView(kept, hours, isSystemOn, now)
    alarm.set(Math.min(kept.chosenUntil ?? Number.POSITIVE_INFINITY, endOf(hours)))
    if (!isSameView(view, before)) deps.onChanged(view)
    if (view !== null || kept.quietFrom === null) return
    // Told, then forgotten: after a crash between the two the summary comes twice, and not never.
    deps.onEnded(kept.quietFrom)
    keep({ ...kept, quietFrom: null })
  }

  function setSystem(isOn: boolean): void {
    presumption?.[Symbol.dispose]()
    presumption = null
    if (isOn === isSystemOn) return
    isSystemOn = isOn
    refresh()
  }

  function isDue(now: number): boolean {
    const isOver = kept.chosenUntil !== null && now >= kept.chosenUntil
    return isOver || areHoursStale(now) || (retryAt !== null && clock.monotonicNow() >= retryAt)
  }

  return {
    get view() {
      return view
    },
    start() {
      isStarted = true
      if (isSystemOn) presumption = clock.setTimer(presumeMs, () => setSystem(false))
      refresh()
    },
    choose(choice) {
      const now = clock.now()
      if (isDue(now)) refresh()
      const wish =
        choice === 'off'
          ? { ...kept, chosenUntil: null, skippedUntil: hours.isQuiet ? endOf(hours) : null }
          : { ...kept, chosenUntil: doNotDisturbEnd(choice, now, hours.timeZone) }
      const next = broughtUp(wish, now)
      table.write(next)
      kept = next
      retryAt = null
      tell(now)
    },
    setSystem,
    quietHoursChanged() {
      hours = readHours()
      settle(moveSkip(kept, hours, hours.readAt), hours.readAt)
    },
    look() {
      if (isDue(clock.now())) refresh()
    },
    [Symbol.dispose]() {
      presumption?.[Symbol.dispose]()
      alarm[Symbol.dispose]()
    },
  }
}
