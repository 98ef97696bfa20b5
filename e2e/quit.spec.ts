/** Quitting from the window: where there is no tray it may be the only way. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('the settings can end Tocsin, with everything stored', async ({ start, server, needs }) => {
  needs('own-window')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const settings = await app.screen.openSettings()
  await settings.getByRole('button', { name: 'Quit Tocsin' }).click()
  expect(await app.ended).toBe(0)
  await expect.poll(() => server.openCount).toBe(0)
})

test('a page that cannot end Tocsin offers no such thing', async ({ start, server, needs }) => {
  needs('http')
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await expect(settings.getByRole('button', { name: 'Send a test notification' })).toBeVisible()
  await expect(settings.getByRole('button', { name: 'Quit Tocsin' })).toHaveCount(0)
})
