/** When rows are pruned: at its time, when the settings change, and when arrivals pass the number to keep. */

import type { Clock } from '../../clock/clock.ts'
import type { Settings } from '../../contract/settings-table.ts'
import type { Slices } from '../slices.ts'
import type { Retention } from './retention.ts'

export type Pruner = Disposable & {
  /** Rows were stored. */
  stored(): void
  /** One round, in slices; nothing happens while one is under way. */
  prune(): void
}

export type PrunerDeps = {
  readonly clock: Clock
  readonly slices: Slices
  readonly retention: Retention
  settings(): Settings
  onPruned(rowIds: readonly number[]): void
}

/** Pruning at each arrival would make each arrival dearer: so many may be too many for a while. */
const slack = 1_000

export function createPruner(deps: PrunerDeps): Pruner {
  const { clock, slices, retention } = deps
  let isPruning = false
  let isDisposed = false
  let sinceLook = 0

  function prune(): void {
    if (isPruning || isDisposed) return
    isPruning = true
    retention.begin()
    slices.run(() => {
      const { rowIds, hasMore } = retention.slice(deps.settings(), clock.now())
      if (rowIds.length > 0) deps.onPruned(rowIds)
      isPruning = hasMore
      return hasMore
    })
  }

  return {
    stored() {
      sinceLook += 1
      if (sinceLook < 100) return
      sinceLook = 0
      if (retention.excess(deps.settings()) > slack) prune()
    },
    prune,
    [Symbol.dispose]() {
      isDisposed = true
    },
  }
}
