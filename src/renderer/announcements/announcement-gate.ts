/** Decides what a screen reader is told of arrivals, and when: a summary now and then, errors at once. Pure. */
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'

export type Announcement = { readonly text: string; readonly isUrgent: boolean }

export type AnnouncementGate = {
  /** Types of what arrived and was not announced yet, in order. */
  readonly waiting: readonly NotificationType[]
  /** Milliseconds since the epoch; nothing is said before. */
  readonly quietUntil: number
}

export const announceEveryMs = 5_000

export const openGate: AnnouncementGate = { waiting: [], quietUntil: 0 }

/** How many are kept to be counted; a burst is not remembered for ever. */
const waitingLimit = 10_000

export function addArrivals(gate: AnnouncementGate, types: readonly NotificationType[]): AnnouncementGate {
  return { ...gate, waiting: [...gate.waiting, ...types].slice(0, waitingLimit) }
}

/** @returns what to say now, or when to ask again; null when nothing waits */
export function nextAnnouncement(
  gate: AnnouncementGate,
  nowMs: number,
): { readonly gate: AnnouncementGate; readonly say: Announcement } | { readonly waitMs: number } | null {
  if (gate.waiting.length === 0) return null
  if (nowMs < gate.quietUntil) return { waitMs: gate.quietUntil - nowMs }
  const say = { text: summarise(gate.waiting), isUrgent: gate.waiting.includes('error') }
  return { say, gate: { waiting: [], quietUntil: nowMs + announceEveryMs } }
}

/** @returns `3 new notifications: 1 error, 2 info` */
export function summarise(types: readonly NotificationType[]): string {
  const parts = [...notificationTypes]
    .sort((a, b) => urgency[a] - urgency[b])
    .map((type) => ({ type, count: types.filter((other) => other === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, count }) => `${count} ${count === 1 ? type : plurals[type]}`)
  const noun = types.length === 1 ? 'notification' : 'notifications'
  return `${types.length} new ${noun}: ${parts.join(', ')}`
}

const urgency = { error: 0, warning: 1, info: 2, success: 3 } as const
const plurals = { error: 'errors', warning: 'warnings', info: 'info', success: 'success' } as const
