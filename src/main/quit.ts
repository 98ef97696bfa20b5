/** Quitting: everything is stored first, and nothing that hangs may keep the app alive. */
import type { App } from 'electron'

const storeWithinMs = 5_000

/** @returns whether a quit is under way: by the user, by the session's end, or by a signal */
export function watchQuitting(app: Pick<App, 'on'>): () => boolean {
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  return () => isQuitting
}

/** @param store stores and closes everything */
export function storeBeforeQuit(app: Pick<App, 'exit' | 'on'>, store: () => Promise<void>): void {
  let isStoring = false
  app.on('will-quit', (event) => {
    // Electron awaits no promise: hold the quit, then leave for good.
    event.preventDefault()
    if (isStoring) return
    isStoring = true
    const deadline = setTimeout(() => app.exit(1), storeWithinMs)
    void store()
      .catch(() => {})
      .then(() => {
        clearTimeout(deadline)
        app.exit(0)
      })
  })
}
