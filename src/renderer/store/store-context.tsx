/** Gives components the store, and their own part of its state. */
import { createContext, use, useSyncExternalStore } from 'react'
import type { WindowState } from './window-state.ts'
import type { WindowStore } from './window-store.ts'

export const StoreContext = createContext<WindowStore | null>(null)

export function useStore(): WindowStore {
  const store = use(StoreContext)
  if (store === null) throw new Error('There is no store here: render inside a StoreContext.')
  return store
}

/** @param select returns the same object as long as nothing in it changed, or a primitive */
export function useWindowState<Part>(select: (state: WindowState) => Part): Part {
  const { cell } = useStore()
  return useSyncExternalStore(cell.subscribe, () => select(cell.published()))
}
