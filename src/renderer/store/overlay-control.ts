/** Opens what lies over the window: the palette, the list of keys, a menu. */
import type { StateCell } from './state-cell.ts'
import type { Overlay, WindowState } from './window-state.ts'

export type OverlayControl = {
  /** In place of what is open. */
  open(overlay: Overlay): void
  /** This one has closed: another that has been opened since stays. */
  closed(overlay: Overlay): void
}

export function createOverlayControl(cell: StateCell<WindowState>): OverlayControl {
  return {
    open: (overlay) => cell.update((state) => ({ ...state, overlay })),
    closed(overlay) {
      cell.update((state) => (state.overlay === overlay ? { ...state, overlay: null } : state))
    },
  }
}
