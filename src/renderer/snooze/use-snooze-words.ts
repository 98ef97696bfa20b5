/** When a snoozed notification comes back, as time passes. */
import { whenWords } from '../time/moment-words.ts'
import { useTicking } from '../time/ticker-context.tsx'

/** @returns `Comes back tomorrow at 8:00`; no full stop */
export const useSnoozeWords = (untilMs: number): string =>
  useTicking((nowMs) => `Comes back ${whenWords(untilMs, nowMs)}`)
