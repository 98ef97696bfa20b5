/** Tells a click that Electron tells twice from two clicks: to the notification, and to `handleActivation` or as `launchInfo`. */
import type { Clock } from '../../clock/clock.ts'

export type ClickFilter = {
  isFirst(toastId: string): boolean
  /** It is shown anew: its next click is another one. */
  forget(toastId: string): void
}

const oneClickMs = 2_000

export function createClickFilter(clock: Pick<Clock, 'monotonicNow'>): ClickFilter {
  /** When each was clicked, the oldest first. */
  const clicks = new Map<string, number>()
  return {
    isFirst(toastId) {
      const now = clock.monotonicNow()
      for (const [clicked, at] of clicks) {
        if (now - at < oneClickMs) break
        clicks.delete(clicked)
      }
      if (clicks.has(toastId)) return false
      clicks.set(toastId, now)
      return true
    },
    forget: (toastId) => void clicks.delete(toastId),
  }
}
