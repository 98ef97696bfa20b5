/** When a snoozed notification comes back; null where it is not snoozed. Renders only when that becomes another. */
import { useWindowState } from '../store/store-context.tsx'

/** @returns milliseconds since the epoch */
export const useSnoozedUntil = (rowId: number): number | null =>
  useWindowState(({ engine }) => engine?.snoozes.get(rowId) ?? null)
