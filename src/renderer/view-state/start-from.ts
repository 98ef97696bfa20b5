/** The window's first state: where the reader was when it was last open. Pure. */
import { initialState, type WindowState } from '../store/window-state.ts'
import type { ViewState } from './view-state-schema.ts'

export function startFrom(view: ViewState | null): WindowState {
  if (view === null) return initialState
  const { filter, search, tab, panel, sizes, selectedRowId: rowId } = view
  const isOpen = view.isDetailOpen && rowId !== null
  return {
    ...initialState,
    list: { ...initialState.list, filter, search },
    selection: { ...initialState.selection, rowId, isOpen },
    detail: isOpen ? { kind: 'loading', rowId, previous: null, isRestored: true } : { kind: 'none' },
    place: { ...initialState.place, tab, panel, sizes },
  }
}
