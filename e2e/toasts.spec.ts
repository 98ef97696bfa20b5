/** Toasts: one for each notification, also without a window, and gone once it is read. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { RunningApp } from './hosts/host.ts'
import { oneHost } from './one-host.ts'
import { error, info, success, warning } from './servers/wire-frames.ts'

const titles = async (app: RunningApp): Promise<readonly string[]> =>
  (await app.toasts()).map((toast) => toast.title)
const onScreen = async (app: RunningApp): Promise<readonly string[]> =>
  (await app.toasts()).filter((toast) => !toast.isGone).map((toast) => toast.title)

test('each notification has its toast', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.screen.wantToastsAlways()
  server.send(info({ title: 'Deployed', message: 'Version 2 is live.' }))
  server.send(warning({ title: 'Disk at 90 %' }))
  await expect.poll(() => titles(app)).toEqual(['Deployed', 'Disk at 90 %'])
  expect((await app.toasts())[0]?.body).toBe('Version 2 is live.')
})

test('with the window closed the toasts still come, and a click opens the window there', async ({
  start,
  server,
  needs,
}) => {
  needs('toasts-without-window')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  server.send(info({ title: 'While you were away' }))
  server.send(error({ title: 'Something broke' }))
  server.send(success({ title: 'And was mended' }))
  await expect.poll(() => titles(app)).toEqual(['While you were away', 'Something broke', 'And was mended'])
  expect(app.windowCount()).toBe(0)

  await app.clickToast('Something broke')
  await expect.poll(() => app.windowCount()).toBe(1)
  await expect(app.screen.row('error', 'Something broke')).toHaveAttribute('aria-current', 'true')
  await expect(app.screen.rows).toHaveCount(3)
})

test('a click on a toast shows its notification in the open window', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.screen.wantToastsAlways()
  server.send(info({ title: 'The one' }))
  server.send(info({ title: 'The other' }))
  await expect.poll(() => titles(app)).toHaveLength(2)
  await app.clickToast('The one')
  await expect(app.screen.row('info', 'The one')).toHaveAttribute('aria-current', 'true')
  expect(app.windowCount()).toBe(1)
})

test('what is read needs no toast any more', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.screen.wantToastsAlways()
  server.send(info({ title: 'Read at once', id: 'notif_0001' }))
  server.send(info({ title: 'Read with all', id: 'notif_0002' }))
  server.send(info({ title: 'Read with all too', id: 'notif_0003' }))
  await expect.poll(() => onScreen(app)).toHaveLength(3)

  await app.screen.markAsRead(app.screen.row('info', 'Read at once'))
  await expect.poll(() => onScreen(app)).toEqual(['Read with all', 'Read with all too'])
  await app.screen.button('Mark all as read').click()
  await expect.poll(() => onScreen(app)).toEqual([])
})

test('switched off in the settings, no toast comes', oneHost, async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.screen.wantToastsAlways()
  const settings = await app.screen.openSettings()
  await settings.getByRole('switch', { name: 'Show toasts' }).click()
  await expect(settings.getByRole('switch', { name: 'Show toasts' })).not.toBeChecked()
  server.send(info({ title: 'Silent' }))
  await expect(app.screen.row('info', 'Silent')).toBeAttached()

  await settings.getByRole('switch', { name: 'Show toasts' }).click()
  await expect(settings.getByRole('switch', { name: 'Show toasts' })).toBeChecked()
  server.send(info({ title: 'Loud' }))
  await expect.poll(() => titles(app)).toEqual(['Loud'])
})
