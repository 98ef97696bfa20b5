/** Saves searches, renames, moves and removes them, and brings back the one removed last. */
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'
import type { Schedule } from '../time/schedule.ts'
import { added, moved, renamed, restored, type SavedSearches, without } from './saved-searches.ts'

/** Each is named by its place in the list: names and queries may be the same. */
export type SavedSearchControl = {
  save(name: string, query: string): void
  rename(index: number, name: string): void
  move(index: number, by: -1 | 1): void
  remove(index: number): void
  /** @returns false where nothing can be brought back */
  undoRemoval(): boolean
}

type Deps = {
  readonly cell: StateCell<WindowState>
  readonly run: WindowStore['run']
  readonly schedule: Schedule
}

/** As long as deleted notifications can come back. */
export const undoMs = 10_000

export function createSavedSearchControl({ cell, run, schedule }: Deps): SavedSearchControl {
  let cancelForgetting = (): void => {}
  const searches = (): SavedSearches => cell.read().engine?.settings.savedSearches ?? []

  function change(next: SavedSearches): void {
    if (next !== searches()) run('changeSettings', { savedSearches: [...next] })
  }

  function remember(removedSearch: WindowState['removedSearch']): void {
    cancelForgetting()
    cell.update((state) => ({ ...state, removedSearch }))
    if (removedSearch !== null) cancelForgetting = schedule(() => remember(null), undoMs)
  }

  return {
    save: (name, query) => change(added(searches(), { name, query })),
    rename: (index, name) => change(renamed(searches(), index, name)),
    move: (index, by) => change(moved(searches(), index, by)),
    remove(index) {
      const search = searches()[index]
      if (search === undefined) return
      change(without(searches(), index))
      remember({ search, index })
    },
    undoRemoval() {
      const { removedSearch } = cell.read()
      if (removedSearch === null) return false
      remember(null)
      change(restored(searches(), removedSearch))
      return true
    },
  }
}
