/** Electron's `globalShortcut`, as on X11: keys belong to one program, and are pressed from the test. */
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'

export type ShortcutHandle = {
  /** @throws Error when nothing listens to these keys */
  press(accelerator: string): void
}

/** Other programs' keys. */
const taken = 'Ctrl+Alt+T'

export function createGlobalShortcut(desk: Desk): {
  readonly globalShortcut: ElectronSubset['globalShortcut']
  readonly handle: ShortcutHandle
} {
  const callbacks = new Map<string, () => void>()
  const mustBeReady = (): void => {
    // shell/browser/api/electron_api_global_shortcut.cc
    if (!desk.isReady) throw new Error('globalShortcut cannot be used before the app is ready')
  }

  return {
    globalShortcut: {
      register(accelerator, callback) {
        mustBeReady()
        // shell/browser/ui/accelerator_util.cc: "doesn't contain a valid key", which gin makes a TypeError.
        if (!/(^|\+)\s*(\w|F\d+|Space|Plus|Media\w+)$/.test(accelerator)) {
          throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`)
        }
        // docs/api/global-shortcut.md: "When the accelerator is already taken … this call will silently fail."
        if (accelerator === taken) return false
        callbacks.set(accelerator, callback)
        return true
      },
      isRegistered: (accelerator) => callbacks.has(accelerator),
      unregister(accelerator) {
        mustBeReady()
        callbacks.delete(accelerator)
      },
    },
    handle: {
      press(accelerator) {
        const callback = callbacks.get(accelerator)
        if (callback === undefined) throw new Error(`Nothing listens to ${accelerator}.`)
        callback()
      },
    },
  }
}
