/** Deleting and undoing it, pinning, and the story of a notification. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import type { ScriptedServer } from './servers/scripted-server.ts'
import { error, info, warning } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

async function fill(screen: TocsinWindow, server: ScriptedServer): Promise<void> {
  await screen.expectConnection('Connected')
  server.send(info({ title: 'The first', id: 'n1' }))
  server.send(warning({ title: 'The second', id: 'n2' }))
  server.send(error({ title: 'The third', id: 'n3' }))
  await expect(screen.rows).toHaveCount(3)
}

test('a deleted notification is gone, and undo brings it back', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await fill(screen, server)
  const detail = await screen.open(screen.row('warning', 'The second'))
  await detail.getByRole('button', { name: 'Delete' }).click()
  await expect(screen.rows).toHaveCount(2)
  await expect(screen.row('warning', 'The second')).toHaveCount(0)
  // The one below took its place, beside the list.
  await expect(detail.getByRole('heading', { name: 'The first' })).toBeVisible()
  await detail.getByRole('button', { name: 'Close' }).click()
  expect((await screen.statistics()).Total).toBe(2)

  await screen.button('Undo').click()
  await expect(screen.row('warning', 'The second')).toBeVisible()
  await expect(screen.rows).toHaveCount(3)
  expect((await screen.statistics()).Total).toBe(3)
  await expect(screen.button('Undo')).toHaveCount(0)
})

test('deleting and undoing work by keyboard', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await fill(screen, server)
  const { keyboard } = screen.page
  await keyboard.press('j')
  await expect(screen.row('error', 'The third')).toBeFocused()
  await keyboard.press('#')
  await expect(screen.rows).toHaveCount(2)
  await expect(screen.row('warning', 'The second')).toBeFocused()
  await keyboard.press('Delete')
  await expect(screen.rows).toHaveCount(1)
  await keyboard.press('z')
  await expect(screen.rows).toHaveCount(2)
  await keyboard.press('z')
  await expect(screen.rows).toHaveCount(3)
})

test('what was deleted stays away after a restart', oneHost, async ({ start, server }) => {
  const before = await start({ source: server.url })
  await fill(before.screen, server)
  const detail = await before.screen.open(before.screen.row('warning', 'The second'))
  await detail.getByRole('button', { name: 'Delete' }).click()
  await expect(before.screen.rows).toHaveCount(2)
  await before.stop()
  const { screen } = await start({ source: server.url })
  await expect(screen.rows).toHaveCount(2)
  await expect(screen.row('warning', 'The second')).toHaveCount(0)
})

test('all that a search finds can be deleted, and brought back', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await fill(screen, server)
  await screen.searchBox.fill('type:error')
  await expect(screen.rows).toHaveCount(1)
  await screen.button('Delete these').click()
  await expect(screen.searchBox).toHaveAccessibleDescription('Nothing found')
  await screen.button('Undo').click()
  await expect(screen.row('error', 'The third')).toBeVisible()
})

test(
  'a pinned notification says so and outlives the clearing of the history',
  oneHost,
  async ({ start, server }) => {
    const { screen } = await start({ source: server.url })
    await fill(screen, server)
    const detail = await screen.open(screen.row('warning', 'The second'))
    await detail.getByRole('button', { name: 'Pin', exact: true }).click()
    await expect(screen.row('warning', 'The second')).toContainText('Pinned')
    const settings = await screen.openSettings()
    await settings.getByRole('button', { name: 'Clear history' }).click()
    await expect(settings.getByRole('button', { name: 'Undo' })).toBeVisible()
    await screen.page.keyboard.press('Escape')
    await expect(screen.rows).toHaveCount(1)
    await expect(screen.row('warning', 'The second')).toBeVisible()
    await screen.page.keyboard.press('p')
    await expect(screen.row('warning', 'The second')).not.toContainText('Pinned')
  },
)

test('the story tells what happened, and why no toast was seen', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  const settings = await screen.openSettings()
  await settings.getByRole('switch', { name: 'Show toasts' }).click()
  await expect(settings.getByRole('switch', { name: 'Show toasts' })).not.toBeChecked()
  await screen.page.keyboard.press('Escape')
  await fill(screen, server)
  const detail = await screen.open(screen.row('error', 'The third'))
  const story = detail.getByRole('region', { name: 'Story' })
  await expect(story).toContainText('No toast was shown for this notification: toasts are switched off')
  const steps = story.getByRole('listitem')
  await expect(steps.filter({ hasText: 'Received' })).toHaveCount(1)
  await expect(steps.filter({ hasText: 'Opened' })).toHaveCount(1)
  await detail.getByRole('button', { name: 'Mark as read' }).click()
  await expect(steps.filter({ hasText: 'Marked as read' })).toHaveCount(1)
  await expect(steps.filter({ hasText: 'Confirmed by the server' })).toHaveCount(1)
})
