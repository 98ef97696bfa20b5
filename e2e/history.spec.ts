/** The history is kept: over a clean stop, and over an end that nobody asked for. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { error, info, success, warning } from './servers/wire-frames.ts'

for (const end of ['stop', 'kill'] as const) {
  test(`all of it is there after a ${end === 'stop' ? 'clean stop' : 'kill -9'}`, async ({
    start,
    server,
  }) => {
    const before = await start({ source: server.url })
    await before.screen.expectConnection('Connected')
    server.send(info({ title: 'The first', id: 'notif_0001' }))
    server.send(warning({ title: 'The second', id: 'notif_0002' }))
    server.send(error({ title: 'The third', id: 'notif_0003' }))
    server.send(success({ title: 'The fourth', id: 'notif_0004' }))
    await before.screen.markAsRead(before.screen.row('warning', 'The second'))
    await expect(before.screen.row('warning', 'The second')).toContainText('Read, confirmed')
    const counts = await before.screen.statistics()
    await before[end]()

    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    await expect(screen.rows).toHaveCount(4)
    await expect(screen.rows.first()).toContainText('The fourth')
    await expect(screen.rows.last()).toContainText('The first')
    await expect(screen.row('warning', 'The second')).toContainText('Read, confirmed')
    await expect(screen.row('error', 'The third')).toContainText('Unread')
    expect(await screen.statistics()).toEqual(counts)
    expect(counts).toMatchObject({ Unread: 3, Read: 1, Total: 4 })
  })
}

test('an acknowledgement that was never sent is sent after a kill -9', oneHost, async ({ start, server }) => {
  const before = await start({ source: server.url })
  await before.screen.expectConnection('Connected')
  server.send(info({ title: 'Read in vain', id: 'notif_0001' }))
  await expect(before.screen.rows).toHaveCount(1)
  await server.die()
  await before.screen.expectConnection('Reconnecting')
  await before.screen.markAsRead(before.screen.row('info', 'Read in vain'))
  await expect(before.screen.row('info', 'Read in vain')).toContainText('Read, sending')
  await before.kill()

  await server.comeBack()
  const { screen } = await start({ source: server.url })
  await expect.poll(() => server.acknowledged).toEqual(['notif_0001'])
  await expect(screen.row('info', 'Read in vain')).toContainText('Read, confirmed')
})

test('a flood is counted to the last one, and stored', oneHost, async ({ start, server }) => {
  const before = await start({ source: server.url })
  await before.screen.expectConnection('Connected')
  for (let count = 1; count <= 1_000; count += 1)
    server.send(info({ title: `Number ${count}`, id: `n${count}` }))
  await expect(before.screen.row('info', 'Number 1000')).toBeVisible()
  expect((await before.screen.statistics()).Total).toBe(1_000)
  await before.kill()
  const { screen } = await start({ source: server.url })
  await expect(screen.row('info', 'Number 1000')).toBeVisible()
  expect((await screen.statistics()).Total).toBe(1_000)
})
