/** Lets components show passing time; each renders only when what it shows becomes another. */
import { createContext, use, useSyncExternalStore } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { relativeTime } from './relative-time.ts'
import type { Ticker } from './ticker.ts'

export const TickerContext = createContext<Ticker | null>(null)

/** @param read what to show at a time (milliseconds since the epoch): a primitive */
export function useTicking<Shown extends string | number | boolean>(read: (nowMs: number) => Shown): Shown {
  const ticker = use(TickerContext)
  if (ticker === null) throw new Error('There is no ticker here: render inside a TickerContext.')
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now()))
}

export function useRelativeTime(atMs: number): string {
  const i18n = useI18n()
  return useTicking((nowMs) => relativeTime(i18n, atMs, nowMs))
}
