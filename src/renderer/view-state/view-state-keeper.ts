/** Writes down where the reader is: at most once a second, and at once when the page may be about to go. */
import type { ListAnchor } from '../list/list-anchor.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { Schedule } from '../time/schedule.ts'
import type { KeptText } from './kept-text.ts'
import { toViewState } from './view-state.ts'

export type ViewStateKeeper = {
  /** Something may have changed. */
  note(): void
  /** The page may be about to go. */
  writeNow(): void
  dispose(): void
}

type Deps = {
  readonly cell: StateCell<WindowState>
  readonly listAnchor: Pick<ListAnchor, 'read'>
  readonly kept: KeptText
  readonly now: () => number
  readonly schedule: Schedule
}

const writeEveryMs = 1_000

export function createViewStateKeeper({ cell, listAnchor, kept, now, schedule }: Deps): ViewStateKeeper {
  let cancel: (() => void) | null = null
  let lastWritten = ''

  function writeNow(): void {
    cancel?.()
    cancel = null
    kept.write(JSON.stringify(toViewState(cell.read(), listAnchor.read(), now())))
    lastWritten = fingerprint()
  }

  /** Without the time: that alone is no change. */
  const fingerprint = (): string => JSON.stringify(toViewState(cell.read(), listAnchor.read(), 0))

  function note(): void {
    cancel ??= schedule(() => {
      cancel = null
      if (fingerprint() !== lastWritten) writeNow()
    }, writeEveryMs)
  }

  const unsubscribe = cell.subscribe(note)
  return {
    note,
    writeNow,
    dispose() {
      unsubscribe()
      cancel?.()
    },
  }
}

/** Follows a page: its scrolling, and its going. @returns its own end */
export function keepOfPage(keeper: ViewStateKeeper): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // Scroll events do not bubble; what is noted of them is noted by then.
  document.addEventListener('scroll', keeper.note, { capture: true, passive: true, signal })
  window.addEventListener('pagehide', keeper.writeNow, { signal })
  const leave = (): void => {
    if (document.visibilityState === 'hidden') keeper.writeNow()
  }
  document.addEventListener('visibilitychange', leave, { signal })
  return () => {
    ending.abort()
    keeper.dispose()
  }
}
