/** Who looks at the list needs no toasts; who looks at something else does. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { info } from './servers/wire-frames.ts'

test('no toast comes while the list is in front, and its story says why', async ({ start, server }) => {
  const app = await start({ source: server.url })
  const { screen } = app
  await screen.expectConnection('Connected')
  // The engine answers in order: once it has searched, it knows that somebody looks.
  await screen.searchBox.fill('nothing yet')
  await expect(screen.searchBox).toHaveAccessibleDescription('Nothing found')
  await screen.searchBox.fill('')
  server.send(info({ title: 'Under your eyes', id: 'n1' }))
  const detail = await screen.open(screen.row('info', 'Under your eyes'))
  await expect(detail.getByRole('region', { name: 'Story' })).toContainText('No toast was shown')
  expect(await app.toasts()).toEqual([])
})

test('with the settings over the list it is not in sight, so toasts come', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const settings = await app.screen.openSettings()
  await settings.getByText('Dark', { exact: true }).click()
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeChecked()
  server.send(info({ title: 'Behind the settings', id: 'n1' }))
  await expect
    .poll(async () => (await app.toasts()).map(({ title }) => title))
    .toEqual(['Behind the settings'])
})
