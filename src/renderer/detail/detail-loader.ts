/** Reads the whole of the selected notification, and its story. */
import type { ContractClient } from '../../contract/client.ts'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import type { Story } from '../../contract/story.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { DetailView, WindowState } from '../store/window-state.ts'
import { sentenceOf } from '../text/sentence-of.ts'

export type DetailLoader = {
  /** Shows this row's detail, reading it first unless it is there already. That it was opened is noted. */
  show(rowId: number): void
  /** Reads the shown one anew: after a gap its state may be another. */
  refresh(): void
  /** Reads the story of the shown one anew: something happened to it. */
  refreshStory(): void
}

export function createDetailLoader(client: ContractClient, cell: StateCell<WindowState>): DetailLoader {
  let readId = 0
  const set = (detail: DetailView): void => cell.update((state) => ({ ...state, detail }))

  /** False when another was asked for since, or the panel was closed. */
  function isAwaited(id: number, rowId: number): boolean {
    const { detail } = cell.read()
    return id === readId && detail.kind !== 'none' && detail.rowId === rowId
  }

  function read(rowId: number, note: () => void): void {
    readId += 1
    const id = readId
    client.call('getNotification', { rowId }).then(
      (notification) => {
        if (!isAwaited(id, rowId)) return
        const before = cell.read().detail
        if (notification === null && isRestored(before)) {
          cell.update(closed)
          return
        }
        if (notification === null) {
          set({ kind: 'failed', rowId, problem: 'gone' })
          return
        }
        set({ kind: 'shown', rowId, notification, story: storyOf(before, notification) })
        note()
        readStory()
      },
      (fault: unknown) => {
        if (!isAwaited(id, rowId)) return
        set({ kind: 'failed', rowId, problem: { sentence: sentenceOf(fault) } })
      },
    )
  }

  function readStory(): void {
    const { detail } = cell.read()
    if (detail.kind !== 'shown') return
    const { rowId } = detail
    const id = readId
    client.call('getStory', { rowId }).then(
      (story) => {
        const now = cell.read().detail
        if (id === readId && now.kind === 'shown' && now.rowId === rowId && story !== null)
          set({ ...now, story })
      },
      // Without its story a notification is shown all the same.
      () => {},
    )
  }

  return {
    show(rowId) {
      const { detail } = cell.read()
      if (detail.kind !== 'none' && detail.kind !== 'failed' && detail.rowId === rowId) return
      const previous = detail.kind === 'shown' ? detail.notification : null
      set({ kind: 'loading', rowId, previous })
      // Calls are answered in order: the story read after this one has the opening in it.
      read(rowId, () => void client.call('noteOpened', { rowId }).catch(() => {}))
    },
    refresh() {
      const { detail } = cell.read()
      if (detail.kind !== 'none') read(detail.rowId, () => {})
    },
    refreshStory: readStory,
  }
}

/** Kept from when the window was last open, and not read since: nobody asked for it now. */
const isRestored = (detail: DetailView): boolean => detail.kind === 'loading' && detail.isRestored === true

const closed = (state: WindowState): WindowState => ({
  ...state,
  selection: { ...state.selection, isOpen: false },
  detail: { kind: 'none' },
})

/** The same notification's story stays until it is read anew. */
function storyOf(detail: DetailView, { rowId }: NotificationDetail): Story | null {
  return detail.kind === 'shown' && detail.rowId === rowId ? detail.story : null
}
