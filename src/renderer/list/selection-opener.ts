/** Opens a notification that was chosen outside of the window: by a toast, or in the tray. */
import type { WindowStore } from '../store/window-store.ts'

export function createSelectionOpener(store: WindowStore): (rowId: number) => void {
  return (rowId) => {
    window.focus()
    store.selection.select(rowId, { open: true, reveal: true })
  }
}
