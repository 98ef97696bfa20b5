/** Do not disturb: no toasts for a while or at certain hours, said plainly, and ended at once. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { info } from './servers/wire-frames.ts'

test('while it is on no toast comes; it is said why, and it can be turned off', async ({ start, server }) => {
  const app = await start({ source: server.url })
  const { screen } = app
  await screen.expectConnection('Connected')
  await screen.wantToastsAlways()
  await screen.choose('Do not disturb', 'For 1 hour')
  await expect(screen.notices).toContainText(/Do not disturb until .*\d\d/)
  await expect(screen.button('Do not disturb')).toHaveAccessibleDescription(/Do not disturb until/)
  server.send(info({ title: 'In silence', id: 'n1' }))
  await expect(screen.row('info', 'In silence')).toBeVisible()
  const detail = await screen.open(screen.row('info', 'In silence'))
  await expect(detail.getByRole('region', { name: 'Story' })).toContainText(/No toast was shown.*disturb/i)
  expect(await app.toasts()).toEqual([])

  await screen.notices.getByRole('button', { name: 'Turn off' }).click()
  await expect(screen.notices).not.toContainText('Do not disturb')
  server.send(info({ title: 'Aloud', id: 'n2' }))
  await expect.poll(async () => (await app.toasts()).map(({ title }) => title)).toContain('Aloud')
})

test('its menu works by keyboard', oneHost, async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const { keyboard } = screen.page
  const button = screen.button('Do not disturb')
  const item = (name: string) => screen.page.getByRole('menuitem', { name })
  await button.focus()
  await keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(item('For 30 minutes')).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(item('Until I turn it off')).toBeFocused()
  await keyboard.press('Escape')
  await expect(item('For 30 minutes')).toBeHidden()
  await expect(button).toBeFocused()

  await keyboard.press('ArrowDown')
  await expect(item('For 30 minutes')).toBeFocused()
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(screen.notices).toContainText('Do not disturb until you turn it off')
  await expect(button).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(item('Turn off')).toBeFocused()
  await keyboard.press('Enter')
  await expect(screen.notices).not.toContainText('Do not disturb')
})

test('quiet hours are set for each day, and hold at once', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByRole('switch', { name: 'Wednesday' }).click()
  await expect(settings.getByLabel('Wednesday from')).toHaveValue('22:00')
  await expect(settings.getByLabel('Wednesday to')).toHaveValue('07:00')
  for (const [field, time] of [
    ['Wednesday from', '00:00'],
    ['Wednesday to', '00:00'],
  ] as const) {
    await settings.getByLabel(field).fill(time)
    await settings.getByLabel(field).press('Enter')
  }
  await expect(settings.getByText('the whole day')).toHaveCount(1)
  await settings.getByRole('button', { name: 'Same every day' }).click()
  await expect(settings.getByText('the whole day')).toHaveCount(7)
  await screen.page.keyboard.press('Escape')
  await expect(screen.notices).toContainText('Quiet hours')
})

test(
  'a time that is none is refused where it stands, and nothing changes',
  oneHost,
  async ({ start, server }) => {
    const { screen } = await start({ source: server.url })
    await screen.expectConnection('Connected')
    const settings = await screen.openSettings()
    await settings.getByRole('switch', { name: 'Monday' }).click()
    const from = settings.getByLabel('Monday from')
    await from.fill('')
    await from.press('Enter')
    await expect(settings.getByRole('alert')).toContainText('“Monday from” needs a time')
    await expect(from).toHaveAttribute('aria-invalid', 'true')
    await from.fill('21:15')
    await from.press('Enter')
    await expect(settings.getByRole('alert')).toHaveCount(0)
    await screen.page.keyboard.press('Escape')
    await screen.openSettings()
    await expect(from).toHaveValue('21:15')
  },
)
