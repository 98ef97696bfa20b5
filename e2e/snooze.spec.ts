/** Snoozing one notification: said in its detail and in its row, ended at once, and not forgotten. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { info } from './servers/wire-frames.ts'

test('a snoozed notification says when it comes back, and its snooze can be ended', async ({
  start,
  server,
}) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'Later', id: 'n1' }))
  server.send(info({ title: 'Now', id: 'n2' }))
  const row = screen.row('info', 'Later')
  const detail = await screen.open(row)
  await screen.choose('Snooze', 'For 10 minutes')
  await expect(detail).toContainText(/Comes back (tomorrow )?at /)
  await expect(row).toContainText('Comes back')
  await expect(screen.row('info', 'Now')).not.toContainText('Comes back')
  await expect(detail.getByRole('region', { name: 'Story' })).toContainText('Snoozed')
  await detail.getByRole('button', { name: 'End snooze' }).click()
  await expect(row).not.toContainText('Comes back')
  await expect(detail).not.toContainText('Comes back')
})

test('by keyboard: s opens the menu of the selected row', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'Later', id: 'n1' }))
  const row = screen.row('info', 'Later')
  await expect(row).toBeVisible()
  const { keyboard } = screen.page
  await row.focus()
  await keyboard.press('j')
  await keyboard.press('s')
  await expect(screen.page.getByRole('menuitem', { name: 'For 10 minutes' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(screen.button('Snooze')).toBeFocused()
  // Letters are the menu's while it is open, and while it opens: "e" marks nothing as read.
  await keyboard.press('s')
  await keyboard.press('e')
  await expect(screen.page.getByRole('menuitem', { name: 'For 10 minutes' })).toBeFocused()
  await keyboard.press('e')
  await keyboard.press('u')
  await expect(screen.page.getByRole('menuitem', { name: 'Until tomorrow, 8:00' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(row).toContainText(/Comes back (tomorrow )?at 8:00/)
  await expect(row).toContainText('Unread')
})

test('a snooze survives a restart, and what is read has none', oneHost, async ({ start, server }) => {
  const before = await start({ source: server.url })
  await before.screen.expectConnection('Connected')
  server.send(info({ title: 'Later', id: 'n1' }))
  await before.screen.open(before.screen.row('info', 'Later'))
  await before.screen.choose('Snooze', 'For 1 hour')
  await expect(before.screen.row('info', 'Later')).toContainText('Comes back')
  await before.stop()

  const { screen } = await start({ source: server.url })
  const row = screen.row('info', 'Later')
  await expect(row).toContainText('Comes back')
  await screen.markAsRead(row)
  await expect(row).not.toContainText('Comes back')
  await screen.open(row)
  await expect(screen.button('Snooze')).toBeHidden()
})
