/** For tests: local time by `Intl` alone, to hold against what Temporal says. */

export type WallClock = {
  readonly timeZone: string
  /** What the wall shows, as if it were UTC: milliseconds since the epoch, whole seconds. */
  local(at: number): number
  /** When the clocks change between the years 2010 and 2030, and by how much: forward is positive. */
  readonly changes: readonly { readonly at: number; readonly byMs: number }[]
}

const dayMs = 86_400_000

export function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  const local = (at: number): number => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
    return Date.UTC(
      ...([part('year'), part('month') - 1, part('day')] as const),
      ...([part('hour'), part('minute'), part('second')] as const),
    )
  }
  return { timeZone, local, changes: changesOf((at) => local(at) - at) }
}

/** @param offset of whole seconds */
function changesOf(offset: (at: number) => number): { at: number; byMs: number }[] {
  const found: { at: number; byMs: number }[] = []
  const end = Date.UTC(2030, 0, 1)
  for (let day = Date.UTC(2010, 0, 1); day < end; day += dayMs) {
    const byMs = offset(day + dayMs) - offset(day)
    if (byMs === 0) continue
    let [before, after] = [day, day + dayMs]
    while (after - before > 1_000) {
      const middle = before + Math.floor((after - before) / 2_000) * 1_000
      if (offset(middle) === offset(day)) before = middle
      else after = middle
    }
    found.push({ at: after, byMs })
  }
  return found
}
