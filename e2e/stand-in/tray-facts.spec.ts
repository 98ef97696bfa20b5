/** Facts about Electron's tray on Linux that the stand-in keeps to. */
import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import type { Report } from './messages.ts'
import { createDesk } from './process/desk.ts'
import { Menu } from './process/menu.ts'
import { createNativeTheme } from './process/native-theme.ts'
import { createTrayClass } from './process/tray.ts'

test('one & of a label marks a key and is not shown, two are shown as one', () => {
  // ui/base/accelerators in Chromium.
  const labels = ['&File', 'Salt && pepper', 'a &&& b', 'end&']
  const menu = Menu.of(Menu.buildFromTemplate(labels.map((label) => ({ label }))))
  expect(menu.look().map(({ label }) => label)).toEqual(['File', 'Salt & pepper', 'a & b', 'end'])
})

test('a submenu says that it opens; the menu itself never does, and nothing says that it closes', () => {
  // components/dbus/menu/menu.cc in Chromium: "opened" and "closed" are ignored, and the root has no model to tell.
  const told: string[] = []
  const built = Menu.buildFromTemplate([
    { label: 'Below', submenu: [{ label: 'Choice', click: () => told.push('clicked') }] },
  ])
  for (const [name, menu] of [['root', built] as const, ['submenu', built.items[0]?.submenu] as const]) {
    menu?.on('menu-will-show', () => told.push(`${name} opens`))
    menu?.on('menu-will-close', () => told.push(`${name} closes`))
  }
  Menu.of(built).choose(['Below', 'Choice'])
  expect(told).toEqual(['submenu opens', 'clicked'])
})

test('a tray icon that is destroyed takes nothing any more', () => {
  const desk = createDesk(() => {})
  desk.becomeReady()
  const { Tray, handle } = createTrayClass(desk)
  const tray = new Tray(import.meta.filename)
  tray.destroy()
  expect(tray.isDestroyed()).toBe(true)
  expect(() => tray.setToolTip('Late')).toThrow('Object has been destroyed')
  expect(() => handle.click()).toThrow('There is no tray icon')
})

test('the theme tells of a change later, and only where light becomes dark or dark light', async () => {
  // shell/browser/api/electron_api_native_theme.cc
  const reports: Report[] = []
  const theme = createNativeTheme(createDesk((report) => reports.push(report)))
  let updates = 0
  theme.on('updated', () => {
    updates += 1
  })
  theme.themeSource = 'light'
  await setImmediate()
  expect(updates).toBe(0)
  theme.themeSource = 'dark'
  expect([updates, theme.shouldUseDarkColorsForSystemIntegratedUI]).toEqual([0, true])
  await setImmediate()
  expect(updates).toBe(1)
  expect(reports.map(({ is }) => is)).toEqual(['theme-chosen', 'theme-chosen'])
})
