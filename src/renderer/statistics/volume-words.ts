/** The volume chart in words: a bar, the whole, the ends of its axis. Pure. */
import type { I18n } from '../../i18n/create-i18n.ts'
import { notificationTypes } from '../../protocol/notification-type.ts'
import { startOfDay } from '../time/day-label.ts'
import { type Bar, sumOfBars, type TypeCounts } from './volume-bars.ts'
import type { VolumeRange } from './volume-range.ts'

/** The stretch as people call it: `14:05`, `14:00–15:00`, `Fri 14:00–15:00`, `Fri, 21 Nov`. */
export function barWhen({ formats }: I18n, range: VolumeRange, { from, to }: Bar, nowMs: number): string {
  switch (range) {
    case 'hour':
      return formats.shortTime(from)
    case 'two-days': {
      const hours = `${formats.shortTime(from)}–${formats.shortTime(to)}`
      return startOfDay(from) === startOfDay(nowMs)
        ? hours
        : `${formats.date(from, { weekday: 'short' })} ${hours}`
    }
    case 'month':
      return formats.date(from, { weekday: 'short', day: 'numeric', month: 'short' })
  }
}

/** `14:05: 3 notifications (1 info, 2 errors)` */
export function barWords(i18n: I18n, range: VolumeRange, bar: Bar, nowMs: number): string {
  const when = barWhen(i18n, range, bar, nowMs)
  const { total, counts } = bar
  return total === 0
    ? i18n.t('statistics.volume.bar', { when, count: total })
    : i18n.t('statistics.volume.bar.types', { when, count: total, types: typeCountWords(i18n, counts) })
}

/** `1 info, 2 errors`: what there is none of is left out. */
export function typeCountWords({ t, formats }: I18n, counts: TypeCounts): string {
  const present = notificationTypes.filter((type) => counts[type] > 0)
  return formats.list(present.map((type) => t(`statistics.${type}`, { count: counts[type] })))
}

/** `12 notifications in the last hour.` */
export const sumWords = ({ t }: I18n, range: VolumeRange, bars: readonly Bar[]): string =>
  t(`statistics.volume.sum.${range}`, { count: bars.reduce((sum, { total }) => sum + total, 0) })

/** What the whole chart shows, for who does not see it. */
export function chartSummary(i18n: I18n, range: VolumeRange, bars: readonly Bar[], nowMs: number): string {
  const sum = sumWords(i18n, range, bars)
  const busiest = bars.reduce<Bar | null>(
    (most, bar) => (most === null || bar.total > most.total ? bar : most),
    null,
  )
  if (busiest === null || busiest.total === 0) return sum
  return i18n.t(`statistics.volume.summary.${range}`, {
    sum,
    types: typeCountWords(i18n, sumOfBars(bars)),
    most: i18n.formats.number(busiest.total),
    when: barWhen(i18n, range, busiest, nowMs),
  })
}

/** What stands under the chart: its beginning and its middle; at its end is now. */
export function axisWords(i18n: I18n, range: VolumeRange, bars: readonly Bar[]): readonly string[] {
  return [bars[0], bars[Math.floor(bars.length / 2)]].map((bar) => {
    if (bar === undefined) return ''
    return range === 'month'
      ? i18n.formats.date(bar.from, { day: 'numeric', month: 'short' })
      : axisTime(i18n, range, bar.from)
  })
}

const axisTime = ({ formats }: I18n, range: VolumeRange, at: number): string =>
  range === 'hour'
    ? formats.shortTime(at)
    : formats.date(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
