/**
 * Electron's `Notification`: toasts are reported, and clicked from the test. References are to electron/electron at 96f3996
 * (45 as it was branched); `api.cc` is its shell/browser/api/electron_api_notification.cc.
 */
import { randomUUID } from 'node:crypto'
import type {
  ActivationArguments,
  NotificationConstructorOptions,
  Notification as PublicNotification,
} from 'electron'
import type { PlatformName } from '../../../src/host/platform-name.ts'
import { type Desk, mustBeReady } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { createEvent, EventSource } from './event-source.ts'
import { createNotificationCenter, type NotificationCenter, type Presented } from './notification-center.ts'
import { readToastXml } from './toast-xml-reader.ts'

export type ToastHandle = Pick<NotificationCenter, 'click' | 'press' | 'putAway' | 'loseRun'> & {
  /** @param isAfterShow the event `show` comes first, as on Windows where notifications are switched off */
  failNext(error: string, isAfterShow: boolean): void
}

/** One call of `show`. */
type Showing = { toastId: number | null; isDeaf: boolean }

/** @param platform whose ways it follows; where Linux has its own toaster, it is a plain one */
export function createNotificationClass(
  desk: Desk,
  platform: PlatformName,
): { readonly Notification: ElectronSubset['Notification']; readonly handle: ToastHandle } {
  const center = createNotificationCenter(desk, platform)
  let nextFailure: { readonly error: string; readonly isAfterShow: boolean } | null = null

  class Notification extends EventSource<PublicNotification> {
    readonly #options: NotificationConstructorOptions
    readonly #id: string
    #isRestored = false
    #showing: Showing | null = null

    constructor(options: NotificationConstructorOptions = {}) {
      super()
      mustBeReady(desk, 'Notification')
      const { id = '', groupId = '', groupTitle = '', icon = '' } = options
      if (typeof icon !== 'string') throw new TypeError('The stand-in takes pictures by their path alone.')
      // api.cc, `Notification::New`
      if (platform === 'win32') mustFitWindows(id, groupId, groupTitle)
      this.#options = options
      this.#id = id || randomUUID()
    }

    static isSupported(): boolean {
      return true
    }

    static handleActivation(callback: (details: ActivationArguments) => void): void {
      center.onActivation(callback)
    }

    /** macOS alone; elsewhere there is nothing (notification_presenter.cc). */
    static async getHistory(): Promise<PublicNotification[]> {
      if (platform !== 'darwin') return []
      return center.listed().map(({ toastId, look: { id, groupId, title, body } }) => {
        const restored = new Notification({ id, groupId, title, body })
        restored.#isRestored = true
        restored.#showing = { toastId, isDeaf: false }
        center.register(id, restored)
        return restored as unknown as PublicNotification // a part stands for the whole
      })
    }

    static remove(ids: string | string[]): void {
      if (platform !== 'darwin') return
      for (const { toastId, look } of center.listed()) if (ids.includes(look.id)) center.remove(toastId)
    }

    get id(): string {
      return this.#id
    }

    emit(event: string, ...args: readonly unknown[]): void {
      this.events.emit(event, ...args)
    }

    show(): void {
      // api.cc, `Show`: the documentation has it shown anew, the code does nothing.
      if (this.#isRestored) return
      this.close()
      const showing: Showing = { toastId: null, isDeaf: false }
      this.#showing = showing
      center.register(this.#id, this)
      // Later: Windows makes it on another thread, macOS answers from another process.
      setImmediate(() => this.#present(showing))
    }

    close(): void {
      const showing = this.#showing
      this.#showing = null
      if (showing === null) return
      center.unregister(this)
      showing.isDeaf = true
      // Nothing is there yet to be taken away, and it is shown all the same.
      if (showing.toastId === null) return
      // mac/cocoa_notification.mm, `Dismiss`: one of an earlier run stays where it is.
      const wasOnScreen = !this.#isRestored && center.remove(showing.toastId)
      if (platform === 'darwin') this.emit('close', createEvent({}))
      // "The `close` event will not be emitted again" (docs/api/notification.md, `close`).
      else if (wasOnScreen) {
        setImmediate(() => this.emit('close', createEvent({ reason: 'applicationHidden' })))
      }
    }

    #present(showing: Showing): void {
      const emit = (event: string, ...args: readonly unknown[]): void => {
        if (!showing.isDeaf) this.emit(event, createEvent({}), ...args)
      }
      const failure = nextFailure
      nextFailure = null
      if (failure?.isAfterShow === false) {
        emit('failed', failure.error)
        return
      }
      try {
        showing.toastId = center.present(lookOf(this.#id, this.#options, platform), this)
      } catch {
        // win/windows_toast_notification.cc, `CreateToastXmlDocument`; the number is XML's "invalid character".
        emit('failed', 'XML: Invalid XML, ERROR  (HRESULT: -1072896760)')
        return
      }
      emit('show')
      if (failure === null) return
      center.remove(showing.toastId)
      setImmediate(() => emit('failed', failure.error))
    }
  }

  const handle: ToastHandle = {
    ...center,
    failNext(error, isAfterShow) {
      nextFailure = { error, isAfterShow }
    },
  }
  return { Notification, handle }
}

function mustFitWindows(id: string, groupId: string, groupTitle: string): void {
  if (id.length > 64) throw new Error('Notification id exceeds Windows limit of 64 UTF-16 characters')
  if (groupId.length > 64)
    throw new Error('Notification groupId exceeds Windows limit of 64 UTF-16 characters')
  if (groupTitle !== '' && groupId === '') {
    throw new Error('Notification groupTitle requires groupId to be set')
  }
}

/** @throws SyntaxError on XML that is none */
function lookOf(id: string, options: NotificationConstructorOptions, platform: PlatformName): Presented {
  const {
    groupId = '',
    title = '',
    body = '',
    icon = '',
    silent = false,
    actions = [],
    toastXml = '',
  } = options
  const common = { id, groupId, isUrgent: options.urgency === 'critical' }
  if (platform === 'win32' && toastXml !== '') {
    // It takes the place of what the other options say, but for id, group and urgency (`CreateToastNotification`).
    const { texts, iconPath, isSilent, launch, buttons } = readToastXml(toastXml)
    const look = { ...common, title: texts[0] ?? '', body: texts[1] ?? '', iconPath, isSilent }
    return {
      look: { ...look, buttons: buttons.map(({ label }) => label) },
      ...{ launch, buttonArgs: buttons.map(({ args }) => args) },
    }
  }
  const buttons = platform === 'linux' ? [] : actions.map(({ text = '' }) => text)
  return {
    look: { ...common, title, body, iconPath: String(icon), isSilent: silent, buttons },
    // `GetToastXml`: a click hands over nothing at all, a button its place and the id.
    launch: '',
    buttonArgs: buttons.map((_label, place) => `type=action&action=${place}&tag=${id}`),
  }
}
