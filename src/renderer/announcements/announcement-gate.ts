/** Decides what a screen reader is told of arrivals, and when: a summary now and then, errors at once. Pure. */
import type { I18n } from '../../i18n/create-i18n.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'

export type Announcement = { readonly text: string; readonly isUrgent: boolean }

/** How many of each type; what did not come is left out. */
export type TypeCounts = Readonly<Partial<Record<NotificationType, number>>>

export type AnnouncementGate = {
  /** What arrived and was not announced yet. Counted alone, so that a burst costs nothing to remember. */
  readonly waiting: TypeCounts
  /** Milliseconds since the epoch; nothing is said before. */
  readonly quietUntil: number
}

export const announceEveryMs = 5_000

export const openGate: AnnouncementGate = { waiting: {}, quietUntil: 0 }

export function addArrivals(gate: AnnouncementGate, types: readonly NotificationType[]): AnnouncementGate {
  const waiting: Partial<Record<NotificationType, number>> = { ...gate.waiting }
  for (const type of types) waiting[type] = (waiting[type] ?? 0) + 1
  return { ...gate, waiting }
}

/** @returns what to say now, or when to ask again; null when nothing waits */
export function nextAnnouncement(
  i18n: I18n,
  gate: AnnouncementGate,
  nowMs: number,
): { readonly gate: AnnouncementGate; readonly say: Announcement } | { readonly waitMs: number } | null {
  if (totalOf(gate.waiting) === 0) return null
  if (nowMs < gate.quietUntil) return { waitMs: gate.quietUntil - nowMs }
  const say = { text: summarise(i18n, gate.waiting), isUrgent: (gate.waiting.error ?? 0) > 0 }
  return { say, gate: { waiting: {}, quietUntil: nowMs + announceEveryMs } }
}

const totalOf = (counts: TypeCounts): number =>
  notificationTypes.reduce((sum, type) => sum + (counts[type] ?? 0), 0)

/** @returns `3 new notifications: 1 error, 2 info` */
export function summarise({ t }: I18n, counts: TypeCounts): string {
  const parts = inUrgency.flatMap((type) => {
    const count = counts[type] ?? 0
    return count === 0 ? [] : [t(`announcements.${type}`, { count })]
  })
  const types = parts.reduceRight((rest, first) => t('announcements.and', { first, rest }))
  return t('announcements.arrived', { count: totalOf(counts), types })
}

const inUrgency = ['error', 'warning', 'info', 'success'] as const
