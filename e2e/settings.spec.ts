/** The settings: what cannot be used is refused in words, what can takes effect at once and is remembered. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { startScriptedServer } from './servers/scripted-server.ts'
import { info } from './servers/wire-frames.ts'

test(
  'an address that is none is refused in a sentence, and nothing changes',
  oneHost,
  async ({ start, server }) => {
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
  },
)

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

test('a settings file that cannot be read is kept, the client id with it, and the user told', async ({
  start,
  server,
  dataDir,
}) => {
  const damaged = '{"clientId": "alice", "theme": "dark", "source": "wss://'
  await writeFile(join(dataDir, 'config.json'), damaged)
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await screen.show('Connection')
  await expect(screen.activity).toContainText('The settings file could not be read. It is kept as')
  expect(server.paths).toEqual(['/ws/notify/alice'])
  const kept = (await readdir(dataDir)).filter((name) => name.startsWith('config.json.broken-'))
  expect(await Promise.all(kept.map((name) => readFile(join(dataDir, name), 'utf8')))).toEqual([damaged])
})

test('one setting that cannot be used is dropped, named and kept aside; the others stay', async ({
  start,
  server,
  dataDir,
}) => {
  const stored = { clientId: 'alice', theme: 'pink', toasts: false }
  await writeFile(join(dataDir, 'config.json'), JSON.stringify(stored))
  const { screen } = await start({ source: server.url })
  await screen.show('Connection')
  await expect(screen.activity).toContainText('The stored setting "Theme" cannot be used')
  await expect(screen.activity).toContainText('The settings file as it was is kept as')
  const settings = await screen.openSettings()
  await expect(settings.getByRole('textbox', { name: 'Client id' })).toHaveValue('alice')
  await expect(settings.getByRole('switch', { name: 'Show toasts', exact: true })).not.toBeChecked()
  await expect(
    settings.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'System' }),
  ).toBeChecked()
})

test('a token that no keyring guards is spoken of when it is set, and at each start', async ({
  start,
  server,
  needs,
}) => {
  needs('tray')
  const flags = ['--password-store=basic']
  const before = await start({ source: server.url, flags })
  const settings = await before.screen.openSettings()
  await settings.getByLabel('Access token', { exact: true }).fill('Tocsin-e2e-77a1')
  await settings.getByRole('button', { name: 'Set access token' }).click()
  await before.screen.page.keyboard.press('Escape')
  await before.screen.show('Connection')
  await expect(before.screen.activity).toContainText('This desktop has no keyring that Tocsin can use')
  await before.stop()
  const { screen } = await start({ source: server.url, flags })
  await screen.show('Connection')
  await expect(screen.activity).toContainText('An access token is kept in a file')
})
