/** When a snoozed notification comes back, as time passes. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { whenWords } from '../time/moment-words.ts'
import { useTicking } from '../time/ticker-context.tsx'

/** @returns `tomorrow at 8:00`, for the texts that say that it comes back then */
export function useSnoozeEnd(untilMs: number): string {
  const i18n = useI18n()
  return useTicking((nowMs) => whenWords(i18n, untilMs, nowMs))
}
