/** Toasts by a page's own Notification API: recorded in the page, since headless browsers show none. */
import type { Page } from '@playwright/test'
import type { HostToast } from './host.ts'

type Recorded = { readonly title: string; readonly body: string; isGone: boolean; click(): void }

/** Must be called before the page is loaded. */
export async function recordToasts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: Recorded[] = []
    Object.defineProperty(window, 'recordedToasts', { value: recorded })
    window.Notification = class extends Notification {
      /** Chromium's smallest build (the one from npm) says "denied" whatever a context grants. */
      static override readonly permission: NotificationPermission = 'granted'

      readonly #entry: Recorded

      constructor(title: string, options: NotificationOptions = {}) {
        super(title, options)
        this.#entry = {
          ...{ title, body: options.body ?? '', isGone: false },
          click: () => this.dispatchEvent(new Event('click')),
        }
        recorded.push(this.#entry)
        // What it really says is of no use: that it is denied. Registered first, this hears it first.
        for (const kind of ['show', 'error', 'close'])
          this.addEventListener(kind, (event) => event.isTrusted && event.stopImmediatePropagation())
        queueMicrotask(() => this.dispatchEvent(new Event('show')))
      }

      override close(): void {
        this.#entry.isGone = true
        super.close()
      }
    }
  })
}

export const readToasts = (page: Page): Promise<readonly HostToast[]> =>
  page.evaluate(() => {
    const recorded = Reflect.get(window, 'recordedToasts') as readonly Recorded[] // put there above
    return recorded.map(({ title, body, isGone }) => ({ title, body, isGone, buttons: [] }))
  })

/** @throws Error when there is none with that title */
export const clickToast = (page: Page, title: string): Promise<void> =>
  page.evaluate((wanted) => {
    const recorded = Reflect.get(window, 'recordedToasts') as readonly Recorded[] // put there above
    const toast = recorded.findLast((each) => each.title === wanted)
    if (toast === undefined) throw new Error(`No toast says "${wanted}".`)
    toast.click()
  }, title)
