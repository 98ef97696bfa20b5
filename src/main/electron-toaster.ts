/** Toasts by Electron's own `Notification`. */
import { join } from 'node:path'
import { Notification } from 'electron'
import type { Toaster } from '../engine/toasts/toasts.ts'

export type ElectronToasterDeps = {
  /** The folder with `types/info.png` and the like. */
  readonly resources: string
  onActivated(rowId: number): void
  /** A toast was not shown after all: the system's reason. */
  onFailed(rowId: number, reason: string): void
  /** Told, in a sentence, when toasts cannot be shown. */
  onProblem(problem: string): void
}

const noService = 'This desktop shows no toasts: it has no notification service that Electron can use.'

/** A notification that is not referenced is collected, and its clicks with it (Electron's documentation). */
const keptLimit = 100

export function createElectronToaster(deps: ElectronToasterDeps): Toaster {
  const { resources, onActivated, onFailed, onProblem } = deps
  const kept = new Map<number, Notification>()
  const isSupported = Notification.isSupported()
  if (!isSupported) onProblem(noService)

  return {
    show({ rowId, type, title, body }) {
      if (!isSupported) return noService
      const notification = new Notification({ title, body, icon: join(resources, 'types', `${type}.png`) })
      notification.on('click', () => onActivated(rowId))
      notification.on('failed', (_event, error) => {
        onFailed(rowId, error)
        onProblem(`A toast could not be shown: ${error}`)
      })
      kept.set(rowId, notification)
      for (const [oldest] of kept) {
        if (kept.size <= keptLimit) break
        kept.delete(oldest)
      }
      notification.show()
      return null
    },
    withdraw(rowIds) {
      for (const rowId of rowIds) {
        kept.get(rowId)?.close()
        kept.delete(rowId)
      }
    },
  }
}
