/** The test notification: the real way from the frame to the screen, and a report of each step. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'

test('each step is reported, up to the toast on the screen', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const settings = await app.screen.openSettings()
  await settings.getByRole('button', { name: 'Send a test notification' }).click()
  const steps = settings.getByRole('region', { name: 'Toasts' }).getByRole('listitem')
  await expect(steps).toHaveCount(5)
  for (const step of await steps.all()) await expect(step).toContainText('Done:')
  expect((await app.toasts()).map(({ title }) => title)).toContain('Test notification')
  await app.screen.page.keyboard.press('Escape')
  await expect(app.screen.row('info', 'Test notification')).toBeVisible()
})

test('where toasts are off it says so, and that is where it ends', oneHost, async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const settings = await app.screen.openSettings()
  const toasts = settings.getByRole('switch', { name: 'Show toasts' })
  await toasts.click()
  await expect(toasts).not.toBeChecked()
  await settings.getByRole('button', { name: 'Send a test notification' }).click()
  const steps = settings.getByRole('region', { name: 'Toasts' }).getByRole('listitem')
  await expect(steps.last()).toContainText('Failed:')
  await expect(steps.last()).toContainText('Toasts are switched off in the settings.')
  expect(await app.toasts()).toEqual([])
})
