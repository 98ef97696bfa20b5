/** Facts about Electron that the stand-in keeps to, each of which has caught an app before. */
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import type { Notification } from 'electron'
import type { PlatformName } from '../../src/host/platform-name.ts'
import type { Report } from './messages.ts'
import { createElectron } from './process/create-electron.ts'
import { createDesk } from './process/desk.ts'
import { Menu } from './process/menu.ts'
import { createSafeStorage } from './process/safe-storage.ts'

function setUp(platform?: PlatformName) {
  const reports: Report[] = []
  const desk = createDesk((report) => reports.push(report))
  const { electron, answers } = createElectron(desk, { name: 'tocsin', version: '1.0.0' }, platform)
  return { reports, desk, electron, answers }
}

/** Until what was shown is on the screen, and its events are told. */
async function turn(): Promise<void> {
  for (let left = 5; left > 0; left -= 1) await setImmediate()
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
  await turn()
  answers.clickToast({ toastId: 1 })
  answers.clickToast({ toastId: 2 })
  expect(clicked).toEqual(['Kept'])
  kept.close()
  expect(() => answers.clickToast({ toastId: 2 })).toThrow('not on the screen')
})

/** Everything that one toast tells. */
function listen(toast: Pick<Notification, 'on'>): string[] {
  const told: string[] = []
  toast.on('show', () => told.push('show'))
  toast.on('click', () => told.push('click'))
  toast.on('action', ({ actionIndex, selectionIndex }) =>
    told.push(`action ${actionIndex} ${selectionIndex}`),
  )
  toast.on('close', ({ reason }) => told.push(`close ${reason}`))
  toast.on('failed', (_event, error) => told.push(`failed ${error}`))
  return told
}

const yes = { type: 'button', text: 'Yes' } as const

test('Windows: a toast is another of the same id and group, and has limits', async () => {
  const { desk, electron, reports } = setUp('win32')
  desk.becomeReady()
  const { Notification } = electron
  const shown = ['a', 'a', 'b'].map((groupId) => new Notification({ id: 'one', groupId }))
  for (const toast of shown) toast.show()
  await turn()
  expect(reports.map(({ is }) => is)).toEqual(['toast-shown', 'toast-closed', 'toast-shown', 'toast-shown'])
  expect(() => new Notification({ id: 'x'.repeat(65) })).toThrow('exceeds Windows limit of 64')
  expect(() => new Notification({ groupTitle: 'x' })).toThrow('groupTitle requires groupId')
  expect(new Notification().id).toMatch(/^[0-9a-f-]{36}$/)
})

test('Windows: a click is told to the toast and to the one callback, an action with its place', async () => {
  const { desk, electron, answers } = setUp('win32')
  desk.becomeReady()
  const activations: unknown[] = []
  electron.Notification.handleActivation((details) => activations.push(details))
  const toast = new electron.Notification({ id: 'one', title: 'x', actions: [yes] })
  const told = listen(toast)
  toast.show()
  await turn()
  answers.pressToastButton({ toastId: 1, label: 'Yes' })
  toast.show()
  await turn()
  answers.clickToast({ toastId: 2 })
  expect(told).toEqual(['show', 'action 0 -1', 'show', 'click'])
  // Of a toast that Electron itself has written, a click cannot be told from another.
  expect(activations).toEqual([
    { type: 'action', arguments: 'type=action&action=0&tag=one', actionIndex: 0 },
    { type: 'click', arguments: '' },
  ])
})

test('Windows: a click of an earlier run waits for the callback, and is told inside of the call', async () => {
  const { desk, electron, answers } = setUp('win32')
  desk.becomeReady()
  const toastXml = '<toast launch="a&amp;b"><visual/></toast>'
  const toast = new electron.Notification({ id: 'one', toastXml })
  const told = listen(toast)
  toast.show()
  await turn()
  answers.loseRun(null)
  answers.clickToast({ toastId: 1 })
  const activations: string[] = []
  electron.Notification.handleActivation((details) => activations.push(details.arguments))
  expect([activations, told]).toEqual([['a&b'], ['show']])
})

test('Windows: why a toast is gone is told, and XML that is none fails', async () => {
  const { desk, electron, answers } = setUp('win32')
  desk.becomeReady()
  const toast = new electron.Notification({ id: 'one', title: 'x' })
  const told = listen(toast)
  toast.show()
  await turn()
  answers.putToastAway({ toastId: 1, how: 'by-time' })
  // It is in the Action Center still: closed there, it tells nothing.
  toast.close()
  await turn()
  expect(told).toEqual(['show', 'close timedOut'])
  for (const toastXml of [
    'not xml',
    '<toast>',
    '<toast></x>',
    '<toast>&x;</toast>',
    '<toast>\uFFFF</toast>',
  ]) {
    const wrong = new electron.Notification({ toastXml })
    const complaint = listen(wrong)
    wrong.show()
    await turn()
    expect(complaint.join()).toContain('failed XML: Invalid XML')
  }
})

test.describe('on both', () => {
  for (const platform of ['win32', 'darwin'] as const) {
    test(`${platform}: closed before it is shown, a toast is shown all the same, and is deaf`, async () => {
      const { desk, electron, reports } = setUp(platform)
      desk.becomeReady()
      const toast = new electron.Notification({ title: 'x' })
      const told = listen(toast)
      toast.show()
      toast.close()
      await turn()
      expect(told).toEqual([])
      expect(reports.map(({ is }) => is)).toEqual(['toast-shown'])
    })
  }
})

test('macOS: toasts of an earlier run are listed, tell their clicks, and are taken away by id alone', async () => {
  const { desk, electron, answers, reports } = setUp('darwin')
  desk.becomeReady()
  for (const id of ['a', 'b', 'c']) new electron.Notification({ id, title: id, actions: [yes] }).show()
  await turn()
  answers.loseRun(null)
  const history = await electron.Notification.getHistory()
  expect(history.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  const told = history.map(listen)
  answers.pressToastButton({ toastId: 1, label: 'Yes' })
  answers.putToastAway({ toastId: 2, how: 'by-user' })
  history[2]?.close()
  expect(told).toEqual([['action 0 -1'], ['close undefined'], ['close undefined']])
  const gone = (): number => reports.filter(({ is }) => is === 'toast-closed').length
  expect(gone()).toBe(2)
  electron.Notification.remove(['c'])
  expect(gone()).toBe(3)
})

test('macOS: of two toasts of one id, the older hears the click while it is not closed', async () => {
  const { desk, electron, answers } = setUp('darwin')
  desk.becomeReady()
  const [old, young] = [1, 2].map(() => new electron.Notification({ id: 'one', title: 'x' }))
  const told = [old, young].map((toast) => (toast === undefined ? [] : listen(toast)))
  old?.show()
  young?.show()
  await turn()
  answers.clickToast({ toastId: 2 })
  old?.close()
  young?.show()
  await turn()
  answers.clickToast({ toastId: 3 })
  expect(told).toEqual([
    ['show', 'click', 'close undefined'],
    ['show', 'close undefined', 'show', 'click'],
  ])
})

test('an activator that Windows could not find is refused', () => {
  const { electron } = setUp('win32')
  expect(() => electron.app.setToastActivatorCLSID('1234567890')).toThrow('Invalid CLSID format')
})

test('safeStorage is used once the app is ready, and seals without a keyring as well, by a mark that says so', async () => {
  const { desk } = setUp()
  const keyring = createSafeStorage(desk, true)
  const none = createSafeStorage(desk, false)
  // docs/api/safe-storage.md; shell/browser/api/electron_api_safe_storage.cc
  expect(await keyring.isAsyncEncryptionAvailable()).toBe(false)
  expect(keyring.getSelectedStorageBackend()).toBe('unknown')
  await expect(keyring.encryptStringAsync('a')).rejects.toThrow('before app is ready')
  await expect(keyring.decryptStringAsync(Buffer.from('v11'))).rejects.toThrow('before app is ready')
  desk.becomeReady()
  expect([keyring.getSelectedStorageBackend(), none.getSelectedStorageBackend()]).toEqual([
    'gnome_libsecret',
    'basic_text',
  ])
  // Chromium's posix_key_provider.cc and freedesktop_secret_key_provider.cc: their tags.
  expect(await none.isAsyncEncryptionAvailable()).toBe(true)
  const [open, sealed] = [await none.encryptStringAsync('token'), await keyring.encryptStringAsync('token')]
  expect([open.subarray(0, 3).toString(), sealed.subarray(0, 3).toString()]).toEqual(['v10', 'v11'])
  expect(await none.decryptStringAsync(open)).toEqual({ result: 'token', shouldReEncrypt: false })
  // What a lesser key sealed is opened, and is to be sealed anew.
  expect(await keyring.decryptStringAsync(open)).toEqual({ result: 'token', shouldReEncrypt: true })
  await expect(none.decryptStringAsync(sealed)).rejects.toThrow('Error while decrypting the ciphertext')
  expect(await none.decryptStringAsync(Buffer.alloc(0))).toEqual({ result: '', shouldReEncrypt: false })
})
