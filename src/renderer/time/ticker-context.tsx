/** Lets components show passing time; each renders only when what it shows becomes another. */
import { createContext, use, useSyncExternalStore } from 'react'
import { relativeTime } from './relative-time.ts'
import type { Ticker } from './ticker.ts'

export const TickerContext = createContext<Ticker | null>(null)

/** @param read what to show at a time (milliseconds since the epoch): a primitive */
export function useTicking<Shown extends string | number | boolean>(read: (nowMs: number) => Shown): Shown {
  const ticker = use(TickerContext)
  if (ticker === null) throw new Error('There is no ticker here: render inside a TickerContext.')
  return useSyncExternalStore(ticker.subscribe, () => read(ticker.now()))
}

export const useRelativeTime = (atMs: number): string => useTicking((nowMs) => relativeTime(atMs, nowMs))
