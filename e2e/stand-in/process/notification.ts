/** Electron's `Notification`: toasts are reported, and clicked from the test. */
import type { NotificationConstructorOptions, Notification as PublicNotification } from 'electron'
import { type Desk, mustBeReady } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { EventSource } from './event-source.ts'

export type ToastHandle = {
  /** @throws Error when that toast is not on the screen */
  click(toastId: number): void
}

export function createNotificationClass(desk: Desk): {
  readonly Notification: ElectronSubset['Notification']
  readonly handle: ToastHandle
} {
  /**
   * Weakly: Electron does not keep a notification alive that the app has let go of, and its clicks go nowhere then.
   * What is on the screen stays there all the same.
   */
  const onScreen = new Map<number, WeakRef<Notification>>()

  class Notification extends EventSource<PublicNotification> {
    readonly #look: { readonly title: string; readonly body: string; readonly iconPath: string }
    #toastId: number | null = null

    constructor(options: NotificationConstructorOptions = {}) {
      super()
      mustBeReady(desk, 'Notification')
      const { title = '', body = '', icon = '' } = options
      if (typeof icon !== 'string') throw new TypeError('The stand-in takes pictures by their path alone.')
      this.#look = { title, body, iconPath: icon }
    }

    static isSupported(): boolean {
      return true
    }

    show(): void {
      this.close()
      const toastId = desk.nextId()
      this.#toastId = toastId
      onScreen.set(toastId, new WeakRef(this))
      desk.report({ is: 'toast-shown', toast: { toastId, ...this.#look } })
      setImmediate(() => this.events.emit('show', {}))
    }

    close(): void {
      if (this.#toastId === null) return
      const toastId = this.#toastId
      this.#toastId = null
      onScreen.delete(toastId)
      desk.report({ is: 'toast-closed', toastId })
    }
  }

  const handle: ToastHandle = {
    click(toastId) {
      const toast = onScreen.get(toastId)
      if (toast === undefined) throw new Error('That toast is not on the screen.')
      // At the worst moment, so that a click which only works by luck does not work here.
      globalThis.gc?.()
      toast.deref()?.events.emit('click', {})
    },
  }
  return { Notification, handle }
}
