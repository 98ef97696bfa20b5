/** Acknowledging: a row is read at once, the server is told, and its confirmation is shown. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { error, info, success, warning } from './servers/wire-frames.ts'

test('marking as read tells the server, whose confirmation is shown', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.isAnswering = false
  server.send(error({ title: 'Disk full', id: 'notif_4711' }))
  server.send(info({ title: 'Still unread', id: 'notif_4712' }))

  const row = screen.row('error', 'Disk full')
  await screen.markAsRead(row)
  await expect(row).toContainText('waiting for the server')
  await expect(row.getByRole('button', { name: 'Mark as read' })).toHaveCount(0)
  await expect.poll(() => server.acknowledged).toEqual(['notif_4711'])
  await screen.show('Connection')
  await expect(screen.activity).not.toContainText('marked as read')

  server.confirm('notif_4711')
  await expect(row).toContainText('Read, confirmed')
  await expect(screen.activity).toContainText('Notification notif_4711 marked as read')
  await expect(screen.row('info', 'Still unread')).toContainText('Unread')
  await screen.show('Statistics')
  expect(await screen.statistics()).toMatchObject({ Unread: 1, Read: 1, Total: 2 })
})

test('marking all as read acknowledges each of them', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'One', id: 'notif_0001' }))
  server.send(warning({ title: 'Two', id: 'notif_0002' }))
  server.send(success({ title: 'Three', id: 'notif_0003' }))
  await expect(screen.rows).toHaveCount(3)

  await screen.button('Mark all as read').click()
  await expect.poll(() => server.acknowledged.toSorted()).toEqual(['notif_0001', 'notif_0002', 'notif_0003'])
  await expect(screen.rows.filter({ hasText: 'Read, confirmed' })).toHaveCount(3)
  await expect(screen.button('Mark all as read')).toBeDisabled()
  expect(await screen.statistics()).toMatchObject({ Unread: 0, Read: 3, Total: 3 })
})

test('the tray marks all as read', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'One', id: 'notif_0001' }))
  await expect(screen.rows).toHaveCount(1)
  await expect.poll(async () => (await tray?.look())?.tooltip).toContain('1 unread')

  await tray?.choose('Mark all as read')
  await expect(screen.rows.first()).toContainText('Read, confirmed')
  expect(server.acknowledged).toEqual(['notif_0001'])
  await expect.poll(async () => (await tray?.look())?.tooltip).toContain('0 unread')
})

test(
  'an id that repeats is acknowledged once, for every unread row of that id',
  oneHost,
  async ({ start, server }) => {
    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    server.send(info({ title: 'First of its id', id: 'notif_7777' }))
    server.send(error({ title: 'Second of its id', id: 'notif_7777' }))
    server.send(info({ title: 'Another', id: 'notif_8888' }))
    await expect(screen.rows).toHaveCount(3)

    await screen.markAsRead(screen.row('info', 'First of its id'))
    await expect(screen.row('info', 'First of its id')).toContainText('Read, confirmed')
    await expect(screen.row('error', 'Second of its id')).toContainText('Read, confirmed')
    await expect(screen.row('info', 'Another')).toContainText('Unread')
    expect(server.acknowledged).toEqual(['notif_7777'])

    // One that comes later under the same id is another notification.
    server.send(info({ title: 'Third of its id', id: 'notif_7777' }))
    await expect(screen.row('info', 'Third of its id')).toContainText('Unread')
    expect(await screen.statistics()).toMatchObject({ Unread: 2, Read: 2, Total: 4 })
  },
)

test('without an id it is read here alone', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send({ type: 'info', title: 'Nameless', message: 'It has no id.' })
  server.send(info({ title: 'Named', id: 'notif_0001' }))
  await screen.markAsRead(screen.row('info', 'Nameless'))
  await expect(screen.row('info', 'Nameless')).toContainText('Read here')
  await screen.markAsRead(screen.row('info', 'Named'))
  // The other one was told after it: so would have been this one.
  await expect.poll(() => server.acknowledged).toEqual(['notif_0001'])
})
