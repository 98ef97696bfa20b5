/** The macOS toaster against the stand-in's `Notification`. */
import { expect, test } from '@playwright/test'
import { speakEnglish } from '../../src/i18n/speak-english.ts'
import { say } from '../../src/i18n/wording.ts'
import { createMacosToaster, notAllowed } from '../../src/main/toasters/macos-toaster.ts'
import { aToast, setUpToaster, turn } from './toaster-under-test.ts'

const setUp = (launchInfo: unknown = {}) =>
  setUpToaster('darwin', (parts) => createMacosToaster({ ...parts, launchInfo }))

async function show(app: ReturnType<typeof setUp>, ...changes: readonly Parameters<typeof aToast>[0][]) {
  for (const change of changes) app.toaster.show(aToast(change))
  await turn()
}

test('a toast has its text, its buttons and its sound, and no picture', async () => {
  const app = setUp()
  await show(app, { actions: ['open'] }, { toastId: 'n-8', isSilent: true })
  expect(app.onScreen()).toMatchObject([
    {
      ...{ id: 'n-7', groupId: 'ci.example', title: 'Deployed', body: 'Version 2 is live.' },
      ...{ iconPath: '', buttons: ['Open'], isSilent: false },
    },
    { id: 'n-8', buttons: ['Open', 'Mark as read'], isSilent: true },
  ])
  expect(app.heard()).toEqual(['outcome n-7: null', 'outcome n-8: null'])
})

test('where macOS allows none it is said, with the way out, until one is shown', async () => {
  const app = setUp()
  const error = 'Notifications are not allowed for this application'
  app.answers.failNextToast({ error, isAfterShow: false })
  await show(app, {})
  const sentence = `${say(speakEnglish(), notAllowed)} It says: ${error}`
  expect(app.heard()).toEqual([`outcome n-7: ${sentence}`, `problem: ${sentence}`])
  await show(app, {})
  expect(app.heard()).toEqual(['outcome n-7: null', 'problem: null'])
})

test('a click opens, a button does what it says; only what the user clears is dismissed', async () => {
  const app = setUp()
  await show(app, {}, { toastId: 'n-8' }, { toastId: 'n-9' })
  app.heard()
  app.answers.putToastAway({ toastId: app.numberOf('n-7'), how: 'by-time' })
  app.answers.clickToast({ toastId: app.numberOf('n-7') })
  app.answers.pressToastButton({ toastId: app.numberOf('n-8'), label: 'Mark as read' })
  app.answers.putToastAway({ toastId: app.numberOf('n-9'), how: 'by-user' })
  await turn()
  expect(app.heard()).toEqual([
    'activated n-7: open null',
    'activated n-8: mark-as-read null',
    'dismissed n-9',
  ])
})

test('what replaces a toast hears its clicks', async () => {
  const app = setUp()
  await show(app, { toastId: 'digest' })
  app.toaster.update(aToast({ toastId: 'digest', title: '5 new' }))
  await turn()
  expect(app.onScreen()).toMatchObject([{ title: '5 new', isSilent: true }])
  expect(app.heard()).toEqual(['outcome digest: null', 'outcome digest: null'])
  app.answers.clickToast({ toastId: app.numberOf('digest') })
  expect(app.heard()).toEqual(['activated digest: open null'])
})

test('toasts of an earlier run are clicked, dismissed, replaced and withdrawn', async () => {
  const app = setUp()
  const ids = ['n-1', 'n-2', 'n-3', 'n-4', 'n-5']
  await show(app, ...ids.map((toastId) => ({ toastId })))
  app.restart()
  await turn()
  app.heard()
  app.answers.clickToast({ toastId: app.numberOf('n-1') })
  app.answers.pressToastButton({ toastId: app.numberOf('n-2'), label: 'Mark as read' })
  app.answers.putToastAway({ toastId: app.numberOf('n-3'), how: 'by-user' })
  app.toaster.withdraw(['n-4', 'n-99'])
  await show(app, { toastId: 'n-5', title: 'Anew' })
  app.answers.clickToast({ toastId: app.numberOf('n-5') })
  await turn()
  expect(app.heard()).toEqual([
    'activated n-1: open null',
    'activated n-2: mark-as-read null',
    'dismissed n-3',
    'outcome n-5: null',
    'activated n-5: open null',
  ])
  expect(app.onScreen()).toEqual([])
})

test('one that is shown while the earlier ones are asked for keeps its clicks', async () => {
  const app = setUp()
  await show(app, { toastId: 'digest' })
  app.restart()
  app.toaster.show(aToast({ toastId: 'digest', title: 'Anew' }))
  await turn()
  app.heard()
  app.answers.clickToast({ toastId: app.numberOf('digest') })
  expect(app.heard()).toEqual(['activated digest: open null'])
})

test('withdrawn before it is shown, a toast goes as soon as it is', async () => {
  const app = setUp()
  app.toaster.show(aToast())
  app.toaster.withdraw(['n-7'])
  await turn()
  expect(app.onScreen()).toEqual([])
  expect(app.heard()).toEqual(['outcome n-7: null'])
})

test('the click that started Tocsin is heard once the toaster is there', async () => {
  const app = setUp({
    ...{ identifier: 'n-7', actionIdentifier: 'ACTION_1', date: 0, userInfo: {} },
  })
  expect(app.heard()).toEqual([])
  await turn()
  expect(app.heard()).toEqual(['activated n-7: mark-as-read null'])
})
