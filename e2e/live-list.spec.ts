/** The list lives: what the built-in server sends is there, counted, and can be acknowledged. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { error, success } from './servers/wire-frames.ts'

test('all four types arrive from the built-in server, and the statistics add up', async ({ start }) => {
  const { screen } = await start({ flags: ['--frequency', '1'] })
  await screen.expectConnection('Connected')
  for (const type of ['info', 'warning', 'error', 'success'] as const) {
    await expect(screen.row(type, '').first(), type).toBeVisible({ timeout: 30_000 })
  }

  await screen.button('Disconnect').click()
  await screen.expectConnection('Disconnected')
  const shown = await screen.rows.count()
  const counts = await screen.statistics()
  expect(counts.Total).toBe(shown)
  expect(counts.INFO + counts.WARNING + counts.ERROR + counts.SUCCESS).toBe(counts.Total)
  expect(counts.Unread + counts.Read).toBe(counts.Total)
  expect(counts.Unread).toBe(counts.Total)
})

test('the built-in server confirms what is marked as read', oneHost, async ({ start }) => {
  const { screen } = await start({ flags: ['--frequency', '1'] })
  await expect(screen.rows.first()).toBeVisible()
  await screen.button('Mark as read').last().click()
  await screen.show('Connection')
  await expect(screen.activity).toContainText(/Notification notif_\d{4} marked as read/)
  await expect(screen.rows.filter({ hasText: 'Read, confirmed' })).toHaveCount(1)
})

test(
  'a row shows its type, its title, its message and what its type alone has',
  oneHost,
  async ({ start, server }) => {
    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    server.send({ ...error({ title: 'Payment failed', message: 'Card declined.' }), error_code: 402 })
    server.send({ ...success({ title: 'Backup done' }), completion_time: '12.5s' })
    await expect(screen.row('error', 'Payment failed')).toContainText('Card declined.')
    await expect(screen.row('error', 'Payment failed')).toContainText('402')
    await expect(screen.row('success', 'Backup done')).toContainText('12.5s')
    // Newest first.
    await expect(screen.rows.first()).toContainText('Backup done')
  },
)
