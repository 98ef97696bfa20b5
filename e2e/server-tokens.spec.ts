/** Tocsin and its own server, which wants a token: refused without, let in with it, and closed when it is revoked. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { builtFiles } from './program/paths.ts'
import { startBuiltServer } from './servers/built-server.ts'

test('a server with tokens lets Tocsin in with its own, and says what is wrong without', async ({
  start,
  dataDir,
}) => {
  const file = join(dataDir, 'tokens.json')
  const runToken = (...args: string[]): string =>
    execFileSync(process.execPath, [builtFiles.server, 'token', ...args, '--token-file', file], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  const desktop = runToken('create', '--name', 'desktop', '--subscribe', '*')
  const ci = runToken('create', '--name', 'ci', '--publish-to-everyone')
  const server = await startBuiltServer(0, ['--no-demo', '--token-file', file])
  try {
    const app = await start({ source: server.url })
    const { screen } = app
    const says = (text: string) =>
      expect(screen.page.getByText(text).first()).toBeVisible({ timeout: 20_000 })
    await says('The server does not let us in (HTTP 401): it wants an access token.')

    const settings = await screen.openSettings()
    await settings.getByLabel('Access token', { exact: true }).fill(desktop)
    await settings.getByRole('button', { name: 'Set access token' }).click()
    await says('Connected, 127.0.0.1')
    await screen.page.keyboard.press('Escape')
    await expect(settings).toBeHidden()

    const published = await fetch(`${server.url.replace('ws:', 'http:')}/notify`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${ci}`, 'Content-Type': 'text/plain', Title: 'Backup done' },
      body: 'Stored on two disks',
    })
    expect(published.status).toBe(201)
    await says('Stored on two disks')

    runToken('revoke', 'desktop')
    await says('The server does not know us (4401): it wants a token.')
    expect(app.lines.join('\n')).not.toContain(desktop)
  } finally {
    await server.stop()
  }
})
