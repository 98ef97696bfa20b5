/** All settings at once: reset and undone, into a file and from it. */
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('settings are reset, and the reset is undone', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByText('Dark', { exact: true }).click()
  await expect.poll(() => screen.brightness()).toBeLessThan(0.3)
  await settings.getByRole('button', { name: 'Reset all settings' }).click()
  await expect(settings.getByText('All settings are at their defaults again.')).toBeVisible()
  const theme = settings.getByRole('group', { name: 'Theme' })
  await expect(theme.getByRole('radio', { name: 'System' })).toBeChecked()
  await settings.getByRole('button', { name: 'Undo' }).click()
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeChecked()
  // Where notifications come from is not reset.
  expect(server.openCount).toBe(1)
  expect(server.connectionCount).toBe(1)
})

test('settings go into a file, and what differs comes back from it', async ({
  start,
  server,
  dataDir,
  needs,
}) => {
  needs('http')
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByText('Dark', { exact: true }).click()
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await settings.getByRole('button', { name: 'Export settings…' }).click()
  const said = settings.getByText(/^The settings are in /)
  await expect(said).toBeVisible()
  const file = /^The settings are in (.*)\.\s*$/.exec((await said.textContent()) ?? '')?.[1] ?? ''
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ settings: { theme: 'dark' } })

  await settings.getByText('Light', { exact: true }).click()
  await expect.poll(() => screen.brightness()).toBeGreaterThan(0.7)
  const importIt = settings.getByRole('button', { name: 'Import settings…' })
  await importIt.click()
  await expect(settings.getByRole('alert')).toContainText(join(dataDir, 'imports'))
  await mkdir(join(dataDir, 'imports'), { recursive: true })
  await copyFile(file, join(dataDir, 'imports', basename(file)))
  await importIt.click()
  await expect(settings.getByText('1 setting was changed.')).toBeVisible()
  await expect.poll(() => screen.brightness()).toBeLessThan(0.3)
  await importIt.click()
  await expect(settings.getByText('Nothing in that file differs from these settings.')).toBeVisible()
})
