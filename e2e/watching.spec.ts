/** Who looks at the list needs no toasts; who looks at something else does. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { RunningApp } from './hosts/host.ts'
import type { ScriptedServer } from './servers/scripted-server.ts'
import { info } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

const titles = async (app: RunningApp): Promise<readonly string[]> =>
  (await app.toasts()).map(({ title }) => title)

/**
 * A window's commands reach the engine in order: once the server hears a frequency, the engine has heard all that the
 * window had told it before that was chosen.
 */
async function engineHasHeard(
  screen: TocsinWindow,
  server: ScriptedServer,
  frequencySeconds: number,
): Promise<void> {
  await screen.frequency.fill(String(frequencySeconds))
  await expect.poll(() => server.frequencies.at(-1)).toBe(frequencySeconds)
}

test('no toast comes while the list is in front, and its story says why', async ({ start, server }) => {
  const app = await start({ source: server.url })
  const { screen } = app
  await screen.expectConnection('Connected')
  // What is drawn by the window has been told by it.
  await screen.searchBox.fill('nothing yet')
  await expect(screen.searchBox).toHaveAccessibleDescription('Nothing found')
  await engineHasHeard(screen, server, 6)
  server.send(info({ title: 'Kept from you by a search', id: 'n1' }))
  await expect.poll(() => titles(app)).toEqual(['Kept from you by a search'])

  await screen.searchBox.fill('')
  await expect(screen.row('info', 'Kept from you by a search')).toBeVisible()
  await engineHasHeard(screen, server, 7)
  server.send(info({ title: 'Under your eyes', id: 'n2' }))
  const detail = await screen.open(screen.row('info', 'Under your eyes'))
  await expect(detail.getByRole('region', { name: 'Story' })).toContainText('No toast was shown')
  expect(await titles(app)).toEqual(['Kept from you by a search'])
})

test('with the settings over the list it is not in sight, so toasts come', async ({ start, server }) => {
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const settings = await app.screen.openSettings()
  await settings.getByText('Dark', { exact: true }).click()
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeChecked()
  server.send(info({ title: 'Behind the settings', id: 'n1' }))
  await expect.poll(() => titles(app)).toEqual(['Behind the settings'])
})
