/** Electron's `screen`: one display, with a panel at its top. */
import type { Display } from 'electron'
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'

const workArea = { x: 0, y: 32, width: 1_920, height: 1_048 }

/** docs/api/screen.md: "cannot be used until the ready event of the app module is emitted". */
export function createScreen(desk: Desk): ElectronSubset['screen'] {
  const display = (): Display => {
    if (!desk.isReady) throw new Error('The screen module cannot be used before the app is ready')
    return { workArea } as Display // all that the app reads of it
  }
  return { getPrimaryDisplay: display, getAllDisplays: () => [display()] }
}
