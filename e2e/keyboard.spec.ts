/** All of it without a mouse. */
import { expect, type Locator } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { info } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

/** Goes on with Tab until it is there. */
async function tabTo({ page }: TocsinWindow, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 60 && !(await isThere()); steps += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

test('disconnecting, the frequency and marking as read work by keyboard', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const { keyboard } = screen.page

  await tabTo(screen, screen.frequency)
  await keyboard.press('ArrowRight')
  await expect(screen.frequency).toHaveAttribute('aria-valuetext', 'every 5.5 seconds')
  await keyboard.press('Home')
  await expect.poll(() => server.frequencies.at(-1)).toBe(1)
  await keyboard.press('End')
  await expect.poll(() => server.frequencies.at(-1)).toBe(30)

  await tabTo(screen, screen.button('Disconnect'))
  await keyboard.press('Enter')
  await screen.expectConnection('Disconnected')
  await expect(screen.button('Connect')).toBeFocused()
  await keyboard.press('Space')
  await screen.expectConnection('Connected')

  server.send(info({ title: 'By keyboard', id: 'notif_0001' }))
  const row = screen.row('info', 'By keyboard')
  await expect(row).toBeVisible()
  await tabTo(screen, row)
  await tabTo(screen, row.getByRole('button', { name: 'Mark as read' }))
  await keyboard.press('Enter')
  await expect(row).toContainText('Read, confirmed')
  expect(server.acknowledged).toEqual(['notif_0001'])
})

test('the settings open, are changed and close by keyboard', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const { keyboard } = screen.page
  await tabTo(screen, screen.button('Settings'))
  await keyboard.press('Enter')
  const settings = screen.page.getByRole('dialog', { name: 'Settings' })
  await expect(settings).toBeVisible()
  await tabTo(screen, settings.getByRole('switch', { name: 'Show toasts' }))
  await keyboard.press('Space')
  await expect(settings.getByRole('switch', { name: 'Show toasts' })).not.toBeChecked()
  await keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await expect(screen.button('Settings')).toBeFocused()
})
