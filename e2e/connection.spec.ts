/** Connecting and disconnecting, as the user wishes. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('the button disconnects, and connects again', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await screen.button('Disconnect').click()
  await screen.expectConnection('Disconnected')
  await expect.poll(() => server.openCount).toBe(0)
  await screen.show('Connection')
  await expect(screen.activity).toContainText('Disconnected, as you asked.')

  await screen.button('Connect').click()
  await screen.expectConnection('Connected')
  expect(server.connectionCount).toBe(2)
})

test('the tray disconnects, and connects again', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  const labels = async (): Promise<readonly string[] | undefined> =>
    (await tray?.look())?.items.map((item) => item.label)
  await expect.poll(labels).toContain('Disconnect')
  await tray?.choose('Disconnect')
  await screen.expectConnection('Disconnected')
  await expect.poll(() => server.openCount).toBe(0)

  await expect.poll(labels).toContain('Connect')
  await tray?.choose('Connect')
  await screen.expectConnection('Connected')
})

test('with the window closed the connection stays, and the history grows', async ({ start, server }) => {
  const { screen, closeWindow, openWindow } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await closeWindow()
  server.send({ type: 'info', title: 'Unseen', message: '', id: 'notif_0001' })
  await openWindow()
  await expect(screen.row('info', 'Unseen')).toBeVisible()
  expect(server.connectionCount).toBe(1)
})

test('two windows show the same', async ({ start, server, needs }) => {
  needs('http')
  const { window, openWindow } = await start({ source: server.url })
  const first = window()
  const second = await openWindow()
  for (const page of [first, second]) await expect(page.getByRole('status')).toContainText('Connected')
  server.send({ type: 'info', title: 'Seen by both', message: '', id: 'notif_0001' })
  await first.getByRole('button', { name: 'Mark as read', exact: true }).click()
  await expect(second.getByRole('article')).toContainText('Read, confirmed')
})
