/** What `electron-recorder.mjs` has noted in Electron's main process, read and clicked from the test. */
import type { ElectronApplication } from '@playwright/test'
import type { Menu, MenuItem, Notification } from 'electron'
import type { HostToast, HostTray, HostTrayItem } from './host.ts'

type Recorded = {
  readonly tray: { readonly imagePath: string; readonly tooltip: string; readonly menu: Menu | null }
  readonly toasts: readonly (HostToast & { readonly toast: WeakRef<Notification> })[]
}

// Each function that is evaluated runs in the other process: it may use nothing from outside of itself.

export const recordedTray = (app: ElectronApplication): HostTray => ({
  look: () =>
    app.evaluate(() => {
      const { tray } = Reflect.get(globalThis, 'recordedDesktop') as Recorded // put there by the recorder
      const look = (item: MenuItem): HostTrayItem => ({
        ...{ label: item.label, isEnabled: item.enabled, isChecked: item.checked },
        items: item.submenu?.items.map(look) ?? [],
      })
      return { imagePath: tray.imagePath, tooltip: tray.tooltip, items: tray.menu?.items.map(look) ?? [] }
    }),
  choose: (...path) =>
    app.evaluate((_electron, labels) => {
      const { tray } = Reflect.get(globalThis, 'recordedDesktop') as Recorded // put there by the recorder
      let items = tray.menu?.items ?? []
      let chosen: MenuItem | undefined
      for (const label of labels) {
        chosen = items.find((item) => item.label === label)
        if (chosen === undefined) throw new Error(`The menu has no "${label}".`)
        items = chosen.submenu?.items ?? []
      }
      if (chosen?.enabled === false) throw new Error(`"${chosen.label}" is greyed out.`)
      chosen?.click()
    }, path),
})

export const recordedToasts = (app: ElectronApplication): Promise<readonly HostToast[]> =>
  app.evaluate(() => {
    const { toasts } = Reflect.get(globalThis, 'recordedDesktop') as Recorded // put there by the recorder
    return toasts.map(({ title, body, isGone }) => ({ title, body, isGone, buttons: [] }))
  })

/** @throws Error when there is none with that title */
export const clickRecordedToast = (app: ElectronApplication, title: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const { toasts } = Reflect.get(globalThis, 'recordedDesktop') as Recorded // put there by the recorder
    const toast = toasts.findLast((each) => each.title === wanted)
    if (toast === undefined) throw new Error(`No toast says "${wanted}".`)
    toast.toast.deref()?.emit('click')
  }, title)
