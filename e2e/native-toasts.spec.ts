/** Toasts of the desktop's own: buttons, one that counts, and none lost when the window goes. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { RunningApp } from './hosts/host.ts'
import { error, info } from './servers/wire-frames.ts'

const onScreen = async (app: RunningApp): Promise<readonly string[]> =>
  (await app.toasts()).filter((toast) => !toast.isGone).map((toast) => toast.title)

test('a button marks as read, and takes the toast away', async ({ start, server, desk }) => {
  const app = await start({ source: server.url, toastDesk: desk })
  await app.screen.expectConnection('Connected')
  await app.screen.wantToastsAlways()
  server.send(info({ title: 'Deployed', message: '<b>2</b> & more', id: 'n1' }))
  await expect
    .poll(() => app.toasts())
    .toEqual([
      expect.objectContaining({
        title: 'Deployed',
        body: '<b>2</b> & more',
        buttons: ['Open', 'Mark as read'],
      }),
    ])
  await app.pressToast('Deployed', 'Mark as read')
  await expect.poll(() => onScreen(app)).toEqual([])
  await expect.poll(async () => (await app.screen.statistics()).Unread).toBe(0)
  await expect.poll(() => server.acknowledged).toEqual(['n1'])
})

test('a burst is one toast that grows in place, and an error has its own', async ({
  start,
  server,
  desk,
}) => {
  const app = await start({ source: server.url, toastDesk: desk })
  await app.screen.expectConnection('Connected')
  await app.screen.wantToastsAlways()
  for (let place = 1; place <= 8; place++) server.send(info({ title: `Info ${place}` }))
  await expect.poll(() => onScreen(app)).toEqual(['Info 1', 'Info 2', 'Info 3', '5 new: 5 info'])
  server.send(info({ title: 'Info 9' }))
  server.send(error({ title: 'Disk full' }))
  await expect
    .poll(async () => (await onScreen(app)).toSorted())
    .toEqual(['6 new: 6 info', 'Disk full', 'Info 1', 'Info 2', 'Info 3'])
  await app.screen.button('Mark all as read').click()
  await expect.poll(() => onScreen(app)).toEqual([])
})

test('a window that is closed while it is looked at brings the toasts back', async ({
  start,
  server,
  desk,
}) => {
  const app = await start({ source: server.url, toastDesk: desk })
  await app.screen.expectConnection('Connected')
  server.send(info({ title: 'Seen in the list' }))
  await expect(app.screen.row('info', 'Seen in the list')).toBeAttached()
  await app.closeWindow()
  // A page is gone a moment before the engine hears of it, and nothing tells when that was: what comes until then has no
  // toast either.
  await expect(async () => {
    server.send(info({ title: 'Nobody looks' }))
    await expect.poll(() => onScreen(app), { timeout: 2_000 }).toContain('Nobody looks')
  }).toPass()
  expect(await onScreen(app)).not.toContain('Seen in the list')
})
