/** Reads the whole of the selected notification. */
import type { ContractClient } from '../../contract/client.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { DetailView, WindowState } from '../store/window-state.ts'

export type DetailLoader = {
  /** Shows this row's detail, reading it first unless it is there already. */
  show(rowId: number): void
  /** Reads the shown one anew: after a gap its state may be another. */
  refresh(): void
}

export function createDetailLoader(client: ContractClient, cell: StateCell<WindowState>): DetailLoader {
  let readId = 0
  const set = (detail: DetailView): void => cell.update((state) => ({ ...state, detail }))

  function read(rowId: number): void {
    readId += 1
    const id = readId
    client.call('getNotification', { rowId }).then(
      (notification) => {
        if (id !== readId) return
        if (notification !== null) set({ kind: 'shown', rowId, notification })
        else set({ kind: 'failed', rowId, problem: 'This notification is no longer in the history.' })
      },
      (fault: unknown) => {
        if (id !== readId) return
        set({ kind: 'failed', rowId, problem: fault instanceof Error ? fault.message : String(fault) })
      },
    )
  }

  return {
    show(rowId) {
      const { detail } = cell.read()
      if (detail.kind !== 'none' && detail.kind !== 'failed' && detail.rowId === rowId) return
      const previous = detail.kind === 'shown' ? detail.notification : null
      set({ kind: 'loading', rowId, previous })
      read(rowId)
    },
    refresh() {
      const { detail } = cell.read()
      if (detail.kind !== 'none') read(detail.rowId)
    },
  }
}
