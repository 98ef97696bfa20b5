/** Whatever a server sends, Tocsin goes on, and says in the activity log what it could not understand. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { info } from './servers/wire-frames.ts'

const notUnderstood = [
  { frame: 'this is not JSON', reason: 'not JSON' },
  { frame: '', reason: 'empty' },
  { frame: new Uint8Array([0, 255, 16]), reason: 'binary' },
  { frame: '[1, 2, 3]', reason: 'not an object' },
  { frame: '42', reason: 'not an object' },
  { frame: '{"type":"unheard of"}', reason: 'no known message' },
] as const

test('frames that mean nothing are named, and do no harm', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  for (const { frame } of notUnderstood) server.send(frame)
  server.send(info({ title: 'Still here' }))
  await expect(screen.row('info', 'Still here')).toBeVisible()
  await expect(screen.rows).toHaveCount(1)
  await screen.show('Connection')
  const entries = screen.activity.getByText('A frame was not understood')
  await expect(entries).toHaveCount(notUnderstood.length)
  for (const { reason } of notUnderstood)
    await expect(entries.filter({ hasText: reason }).first()).toBeVisible()
  expect(server.connectionCount).toBe(1)
})

test('an unknown type with a title is shown as information', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send({ type: 'catastrophe', title: 'From the future', message: 'Unknown to us.', id: 'notif_0001' })
  await expect(screen.row('info', 'From the future')).toContainText('catastrophe')
  expect(await screen.statistics()).toMatchObject({ INFO: 1, Total: 1 })
})

test('hostile text stays text, in its place and in bounds', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')

  const title = '<img src=x onerror="window.wasRun = true"><b>bold</b>'
  server.send(info({ title, message: '<script>window.wasRun = true</script>' }))
  const markup = screen.row('info', title)
  await expect(markup).toContainText(title)
  await expect(markup).toContainText('<script>window.wasRun = true</script>')
  await expect(markup.locator('img, b, script')).toHaveCount(0)
  expect(await screen.page.evaluate(() => Reflect.get(window, 'wasRun'))).toBeUndefined()

  // A bidi override turns its surroundings around; control characters hide.
  server.send(info({ title: 'invoice\u202Efdp.exe', message: 'a\u0000b\u001b[31m' }))
  await expect(screen.rows.first()).toContainText('invoicefdp.exe')
  expect(await screen.rows.first().textContent()).not.toMatch(/\p{Cc}|\u202e/u)

  server.send(info({ title: 'Long '.repeat(20_000) }))
  await expect(screen.rows).toHaveCount(3)
  expect((await screen.rows.first().textContent())?.length).toBeLessThan(1_000)
})

test('a frame past 1 MiB ends the connection, which is made anew', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'x'.repeat(2 * 1024 * 1024) }))
  await screen.show('Connection')
  await expect(screen.activity).toContainText('larger than 1 MiB')
  await expect(screen.activity).toContainText('1009')
  await screen.retryUntilConnected()
  expect(server.connectionCount).toBe(2)
  server.send(info({ title: 'After the flood' }))
  await expect(screen.row('info', 'After the flood')).toBeVisible()
})
