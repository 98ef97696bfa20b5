/** The Windows toaster against the stand-in's `Notification`. */
import { expect, test } from '@playwright/test'
import { createWindowsToaster } from '../../src/main/toasters/windows-toaster.ts'
import { aToast, setUpToaster, turn } from './toaster-under-test.ts'

const setUp = () =>
  setUpToaster('win32', (parts) => createWindowsToaster({ ...parts, resources: '/tocsin/resources' }))

const off =
  'Notification failed - Settings prevent the notification from being delivered. (HRESULT: -2143420143)'
const switchedOff =
  'Windows shows no notifications of Tocsin: they are switched off. ' +
  'Switch them on in Settings > System > Notifications.'

/** Shows, and waits until it is answered for. */
async function show(app: ReturnType<typeof setUp>, ...changes: readonly Parameters<typeof aToast>[0][]) {
  for (const change of changes) app.toaster.show(aToast(change))
  await turn()
  app.clock.advance(1_000)
}

test('a toast has its text as text, its picture, its buttons and its sound', async () => {
  const app = setUp()
  const hostile = '<text>"a" & \'b\'</text>'
  await show(app, { title: hostile, body: 'x\uFFFFy' }, { toastId: 'n-8', type: 'error', isSilent: true })
  expect(app.onScreen()).toMatchObject([
    {
      ...{ id: 'n-7', groupId: 'tocsin', title: hostile, body: 'xy' },
      ...{ iconPath: '/tocsin/resources/types/info.png', buttons: ['Open', 'Mark as read'] },
      ...{ isSilent: false, isUrgent: false },
    },
    { id: 'n-8', iconPath: '/tocsin/resources/types/error.png', isSilent: true, isUrgent: true },
  ])
  expect(app.heard()).toEqual(['outcome n-7: null', 'outcome n-8: null'])
})

test('that it is shown is said once no failure can follow', async () => {
  const app = setUp()
  app.toaster.show(aToast())
  await turn()
  app.clock.advance(999)
  expect(app.heard()).toEqual([])
  app.clock.advance(1)
  expect(app.heard()).toEqual(['outcome n-7: null'])
  expect(app.clock.timerCount).toBe(0)
})

for (const isAfterShow of [false, true]) {
  test(`notifications that are switched off are said ${isAfterShow ? 'after' : 'without'} show`, async () => {
    const app = setUp()
    app.answers.failNextToast({ error: off, isAfterShow })
    await show(app, {})
    expect(app.heard()).toEqual([`outcome n-7: ${switchedOff}`, `problem: ${switchedOff}`])
    await show(app, { toastId: 'n-8' })
    expect(app.heard()).toEqual(['outcome n-8: null', 'problem: null'])
  })
}

test('a failure of one toast alone is no problem of all', async () => {
  const app = setUp()
  app.answers.failNextToast({ error: ' (HRESULT: -2143420139)', isAfterShow: false })
  await show(app, {}, { toastId: 'x'.repeat(65) })
  const [first, second, ...others] = app.heard()
  expect(others).toEqual([])
  expect([first, second].toSorted()).toEqual([
    'outcome n-7: Windows did not show it: (HRESULT: -2143420139)',
    `outcome ${'x'.repeat(65)}: Windows did not show it: Notification id exceeds Windows limit of 64 UTF-16 characters`,
  ])
})

test('a click opens, a button does what it says, each once', async () => {
  const app = setUp()
  await show(app, {}, { toastId: 'n-8' }, { toastId: 'n-9' })
  app.heard()
  app.answers.clickToast({ toastId: app.numberOf('n-7') })
  app.answers.pressToastButton({ toastId: app.numberOf('n-8'), label: 'Mark as read' })
  app.answers.pressToastButton({ toastId: app.numberOf('n-9'), label: 'Open' })
  await turn()
  expect(app.heard()).toEqual([
    'activated n-7: open null',
    'activated n-8: mark-as-read null',
    'activated n-9: open null',
  ])
  expect(app.onScreen()).toEqual([])
})

test('also from the Action Center, where a toast goes without being dismissed', async () => {
  const app = setUp()
  await show(app, {}, { toastId: 'n-8' })
  app.heard()
  app.answers.putToastAway({ toastId: app.numberOf('n-7'), how: 'by-time' })
  app.answers.putToastAway({ toastId: app.numberOf('n-8'), how: 'by-user' })
  expect(app.heard()).toEqual(['dismissed n-8'])
  app.answers.clickToast({ toastId: app.numberOf('n-7') })
  expect(app.heard()).toEqual(['activated n-7: open null'])
})

test('the click that started Tocsin is heard once the toaster is there, and not before it is made', async () => {
  const app = setUp()
  await show(app, {}, { toastId: 'n-8' })
  app.heard()
  app.toaster[Symbol.dispose]()
  app.answers.loseRun(null)
  app.answers.clickToast({ toastId: app.numberOf('n-7') })
  expect(app.heard()).toEqual([])
  const again = setUpAgain(app)
  expect(app.heard()).toEqual([])
  await turn()
  expect(app.heard()).toEqual(['activated n-7: open null'])
  app.answers.pressToastButton({ toastId: again('n-8'), label: 'Mark as read' })
  await turn()
  expect(app.heard()).toEqual(['activated n-8: mark-as-read null'])
})

test('an update takes its place without a sound; where it is gone, it comes anew', async () => {
  const app = setUp()
  await show(app, { toastId: 'digest' })
  app.toaster.update(aToast({ toastId: 'digest', title: '5 new' }))
  await turn()
  expect(app.onScreen()).toMatchObject([{ id: 'digest', title: '5 new', isSilent: true }])
  app.clock.advance(1_000)
  expect(app.heard()).toEqual(['outcome digest: null', 'outcome digest: null'])
  app.answers.putToastAway({ toastId: app.numberOf('digest'), how: 'by-user' })
  app.toaster.update(aToast({ toastId: 'digest', title: '6 new' }))
  await turn()
  expect(app.onScreen()).toMatchObject([{ id: 'digest', title: '6 new', isSilent: false }])
})

test('each show has one outcome, also where another takes its place before', async () => {
  const app = setUp()
  await show(app, { title: 'first' }, { title: 'second' })
  expect(app.onScreen()).toMatchObject([{ title: 'second' }])
  expect(app.heard()).toEqual(['outcome n-7: null', 'outcome n-7: null'])
  app.answers.clickToast({ toastId: app.numberOf('n-7') })
  expect(app.heard()).toEqual(['activated n-7: open null'])
})

test('withdrawn, a toast goes, also one that is not yet shown, and tells no dismissal', async () => {
  const app = setUp()
  await show(app, {}, { toastId: 'n-8' })
  app.answers.putToastAway({ toastId: app.numberOf('n-8'), how: 'by-time' })
  app.toaster.show(aToast({ toastId: 'n-9' }))
  app.toaster.withdraw(['n-7', 'n-8', 'n-9', 'n-1'])
  await turn()
  app.clock.advance(1_000)
  expect(app.onScreen()).toEqual([])
  expect(app.heard()).toEqual(['outcome n-7: null', 'outcome n-8: null', 'outcome n-9: null'])
})

test('a hundred toasts are held, so that their clicks are heard; disposed, nothing is heard', async () => {
  const app = setUp()
  const ids = Array.from({ length: 100 }, (_, place) => `n-${place + 1}`)
  await show(app, ...ids.map((toastId) => ({ toastId })))
  app.heard()
  for (const id of ['n-1', 'n-100']) app.answers.clickToast({ toastId: app.numberOf(id) })
  await turn()
  expect(app.heard()).toEqual(['activated n-1: open null', 'activated n-100: open null'])
  app.toaster[Symbol.dispose]()
  app.answers.clickToast({ toastId: app.numberOf('n-2') })
  await turn()
  expect(app.heard()).toEqual([])
})

/** The next run, with what the last one left on the screen. @returns the number of a toast on the screen */
function setUpAgain(app: ReturnType<typeof setUp>): (id: string) => number {
  app.restart()
  return app.numberOf
}
