/** The settings: what cannot be used is refused in words, what can takes effect at once and is remembered. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { startScriptedServer } from './servers/scripted-server.ts'
import { info } from './servers/wire-frames.ts'

test('an address that is none is refused in a sentence, and nothing changes', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  const source = settings.getByRole('textbox', { name: 'Source' })
  await source.fill('http://example.com')
  await source.press('Enter')
  await expect(settings.getByRole('alert')).toContainText('must start with ws:// or wss://')
  await expect(source).toHaveValue('http://example.com')
  expect(server.connectionCount).toBe(1)
  expect(server.openCount).toBe(1)
})

test('another source is listened to at once, and after a restart', async ({ start, server }) => {
  const other = await startScriptedServer()
  try {
    const before = await start({ source: server.url })
    await before.screen.expectConnection('Connected')
    const settings = await before.screen.openSettings()
    await settings.getByRole('textbox', { name: 'Source' }).fill(other.url)
    await settings.getByRole('textbox', { name: 'Source' }).press('Enter')
    await expect.poll(() => other.openCount).toBe(1)
    await expect.poll(() => server.openCount).toBe(0)
    other.send(info({ title: 'From the other one' }))
    await expect(before.screen.row('info', 'From the other one')).toBeAttached()
    await before.stop()

    const { screen } = await start()
    await screen.expectConnection('Connected')
    expect(other.openCount).toBe(1)
    await expect(screen.row('info', 'From the other one')).toBeVisible()
  } finally {
    await other.die()
  }
})

test('the theme is applied, and remembered', async ({ start, server }) => {
  const before = await start({ source: server.url })
  const settings = await before.screen.openSettings()
  await settings.getByText('Dark', { exact: true }).click()
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect.poll(() => before.screen.brightness()).toBeLessThan(0.3)
  await settings.getByText('Light', { exact: true }).click()
  await expect.poll(() => before.screen.brightness()).toBeGreaterThan(0.7)
  await settings.getByText('Dark', { exact: true }).click()
  await expect.poll(() => before.screen.brightness()).toBeLessThan(0.3)
  await before.stop()

  const { screen } = await start({ source: server.url })
  await expect.poll(() => screen.brightness()).toBeLessThan(0.3)
})

test('the client id is part of the address, and stays the same', async ({ start, server }) => {
  const before = await start({ source: server.url })
  const settings = await before.screen.openSettings()
  const id = await settings.getByRole('textbox', { name: 'Client id' }).inputValue()
  expect(id).toMatch(/^tocsin-[0-9a-z]{8}$/)
  expect(server.paths).toEqual([`/ws/notify/${id}`])
  await before.stop()
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  expect(server.paths).toEqual([`/ws/notify/${id}`, `/ws/notify/${id}`])
})

test('not kept in the tray, Tocsin ends with its window', async ({ start, server, needs }) => {
  needs('tray')
  const app = await start({ source: server.url })
  const settings = await app.screen.openSettings()
  await settings.getByRole('switch', { name: 'Keep running in the tray' }).click()
  await expect(settings.getByRole('switch', { name: 'Keep running in the tray' })).not.toBeChecked()
  await app.closeWindow()
  await expect.poll(() => server.openCount).toBe(0)
  expect(await app.ended).toBe(0)
})
