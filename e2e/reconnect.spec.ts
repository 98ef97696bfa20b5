/** The connection breaks, and comes back: nothing is lost on the way. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { startBuiltServer } from './servers/built-server.ts'
import { info } from './servers/wire-frames.ts'

test('our own server is killed and started again on its port', oneHost, async ({ start }) => {
  const first = await startBuiltServer()
  const { screen } = await start({ source: first.url, flags: ['--frequency', '1'] })
  await expect(screen.rows.first()).toBeVisible()
  await first.kill()
  await screen.expectConnection('Reconnecting')
  const { Total: before } = await screen.statistics()

  const second = await startBuiltServer(first.port)
  try {
    await screen.retryUntilConnected()
    await expect.poll(async () => (await screen.statistics()).Total).toBeGreaterThan(before)
  } finally {
    await second.stop()
  }
})

test('what was read while offline is acknowledged afterwards', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'Read offline', id: 'notif_0815' }))
  const row = screen.row('info', 'Read offline')
  await expect(row).toBeVisible()
  await server.die()
  await screen.expectConnection('Reconnecting')

  await screen.markAsRead(row)
  await expect(row).toContainText('Read, sending')
  expect(server.acknowledged).toEqual([])

  await server.comeBack()
  await screen.retryUntilConnected()
  await expect.poll(() => server.acknowledged).toEqual(['notif_0815'])
  await expect(row).toContainText('Read, confirmed')
})

test('the configuration opens each connection', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url, flags: ['--frequency', '9'] })
  await screen.expectConnection('Connected')
  server.hangUp(1012)
  await expect.poll(() => server.connectionCount).toBe(2)
  await expect.poll(() => server.frequencies).toEqual([9, 9])
})

test('what a server says when it hangs up is shown', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.hangUp(1008, 'Your token has expired')
  await screen.show('Connection')
  await expect(screen.activity).toContainText('The server refused us (1008). It said: Your token has expired')
  await screen.retryUntilConnected()
})

test('the tray shows the state of the connection', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  const tooltip = async (): Promise<string | undefined> => (await tray?.look())?.tooltip
  const image = async (): Promise<string | undefined> => (await tray?.look())?.imagePath
  await expect.poll(tooltip).toBe('Tocsin: Connected, 0 unread')
  await expect.poll(image).toMatch(/connected\w*\.\w+$/)
  server.send(info({ title: 'Look at me' }))
  await expect.poll(image).toMatch(/unread\w*\.\w+$/)
  await server.die()
  await expect.poll(tooltip).toBe('Tocsin: Reconnecting, 1 unread')
  await expect.poll(image).toMatch(/connecting\w*\.\w+$/)
  await server.comeBack()
  await tray?.choose('Disconnect')
  await expect.poll(tooltip).toBe('Tocsin: Disconnected, 1 unread')
  await expect.poll(image).toMatch(/disconnected\w*\.\w+$/)
  await screen.expectConnection('Disconnected')
})
