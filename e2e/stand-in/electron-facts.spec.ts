/** Facts about Electron that the stand-in keeps to, each of which has caught an app before. */
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import type { Report } from './messages.ts'
import { createElectron } from './process/create-electron.ts'
import { createDesk } from './process/desk.ts'
import { Menu } from './process/menu.ts'

function setUp() {
  const reports: Report[] = []
  const desk = createDesk((report) => reports.push(report))
  const { electron, answers } = createElectron(desk, { name: 'tocsin', version: '1.0.0' })
  return { reports, desk, electron, answers }
}

test('nothing is made before the app is ready, and schemes only before', () => {
  const { desk, electron } = setUp()
  expect(() => new electron.Tray(import.meta.filename)).toThrow('Cannot create Tray before app is ready')
  expect(() => new electron.Notification()).toThrow('Cannot create Notification before app is ready')
  expect(() => new electron.BrowserWindow()).toThrow('Cannot create BrowserWindow before app is ready')
  expect(() => electron.session.defaultSession).toThrow('Session can only be received when app is ready')
  electron.protocol.registerSchemesAsPrivileged([])
  desk.becomeReady()
  expect(() => electron.protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready')
})

test('a tray icon needs its picture', () => {
  const { desk, electron } = setUp()
  desk.becomeReady()
  expect(() => new electron.Tray('/no/such.png')).toThrow("Failed to load image from path '/no/such.png'")
})

test('a radio item is checked before its click is told, and its group ends at a separator', () => {
  const seen: string[] = []
  const radio = (label: string, checked = false) => ({
    ...{ label, checked, type: 'radio' as const },
    click: () => seen.push(checkedIn().join()),
  })
  const menu = Menu.of(
    Menu.buildFromTemplate([radio('a', true), radio('b'), { type: 'separator' }, radio('c'), radio('d')]),
  )
  const checkedIn = (): readonly string[] =>
    menu.look().flatMap((item) => (item.isChecked ? [item.label] : []))
  expect(checkedIn()).toEqual(['a', 'c'])
  menu.choose(['b'])
  expect(seen).toEqual(['b,c'])
})

test('a toast that the app has let go of hears no clicks', async () => {
  setFlagsFromString('--expose-gc')
  globalThis.gc = runInNewContext('gc') as NodeJS.GCFunction // as the flag promises
  const { desk, electron, answers } = setUp()
  desk.becomeReady()
  const clicked: string[] = []
  const show = (title: string) => {
    const toast = new electron.Notification({ title })
    toast.on('click', () => clicked.push(title))
    toast.show()
    return toast
  }
  show('Let go of')
  const kept = show('Kept')
  // What is weakly held lives at least until the end of its turn.
  await setTimeout(0)
  answers.clickToast({ toastId: 1 })
  answers.clickToast({ toastId: 2 })
  expect(clicked).toEqual(['Kept'])
  kept.close()
  expect(() => answers.clickToast({ toastId: 2 })).toThrow('not on the screen')
})
