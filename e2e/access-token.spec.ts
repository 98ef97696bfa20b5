/** The access token of a source: sent to it and to nobody else, shown nowhere, and forgotten when told to. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { WebSocketServer } from 'ws'
import { test } from './fixtures.ts'

const token = 'Tocsin-e2e-5e1f0c'

/** @returns the server's address, and the Authorization header of each connection so far */
async function startAskingServer() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  const authorizations: (string | null)[] = []
  server.on('connection', (_client, request) => authorizations.push(request.headers.authorization ?? null))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server that listens has one of this form
  return {
    authorizations,
    url: `ws://127.0.0.1:${port}/ws`,
    async [Symbol.asyncDispose]() {
      for (const client of server.clients) client.terminate()
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      await promise
    },
  }
}

/** What the page is told from now on, where it is told over a socket. */
function listen(page: Page, heard: string[]): void {
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)))
  })
}

/** Where the page is told over IPC, it is asked. */
const snapshotOverIpc = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const api = Reflect.get(window, 'tocsin')
    return api === undefined ? '' : JSON.stringify(await api.invoke('getSnapshot', {}))
  })

test('the token is sent as a bearer, shown nowhere, and forgotten when told to', async ({
  start,
  dataDir,
}) => {
  await using server = await startAskingServer()
  const app = await start({ source: server.url })
  const { screen } = app
  const heard: string[] = []
  screen.page.context().on('page', (page) => listen(page, heard))
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  const field = settings.getByLabel('Access token', { exact: true })
  await field.fill(token)
  await settings.getByRole('button', { name: 'Set access token' }).click()
  await expect.poll(() => server.authorizations).toEqual([null, `Bearer ${token}`])
  await expect(field).toHaveValue('')
  await expect(settings).toContainText('A token is kept for this source.')

  // Another window, which is told everything anew.
  await app.closeWindow()
  const page = await app.openWindow()
  await screen.expectConnection('Connected')
  const again = await screen.openSettings()
  await expect(again.getByLabel('Access token', { exact: true })).toHaveAttribute(
    'placeholder',
    'One is kept',
  )
  const told = `${heard.join('\n')}${await snapshotOverIpc(page)}`
  expect(told).toContain('"hasAccessToken":true')
  expect(told).not.toContain(token)
  expect(await page.content()).not.toContain(token)
  expect(await readFile(join(dataDir, 'config.json'), 'utf8')).not.toContain(token)
  expect(app.lines.join('\n')).not.toContain(token)

  await again.getByRole('button', { name: 'Forget access token' }).click()
  await expect.poll(() => server.authorizations).toEqual([null, `Bearer ${token}`, null])
  await expect(again.getByRole('button', { name: 'Forget access token' })).toHaveCount(0)
})

test('the token outlives a restart, and another source never sees it', async ({ start }) => {
  await using server = await startAskingServer()
  await using other = await startAskingServer()
  const before = await start({ source: server.url })
  const settings = await before.screen.openSettings()
  await settings.getByLabel('Access token', { exact: true }).fill(token)
  await settings.getByRole('button', { name: 'Set access token' }).click()
  await expect.poll(() => server.authorizations).toEqual([null, `Bearer ${token}`])
  await before.stop()

  const { screen } = await start({ source: server.url })
  await expect.poll(() => server.authorizations).toEqual([null, `Bearer ${token}`, `Bearer ${token}`])
  const source = (await screen.openSettings()).getByRole('textbox', { name: 'Source' })
  await source.fill(other.url)
  await source.press('Enter')
  await expect.poll(() => other.authorizations).toEqual([null])
})

test('a token that cannot be sent is refused in a sentence', async ({ start, server }) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByLabel('Access token', { exact: true }).fill('two words')
  await settings.getByRole('button', { name: 'Set access token' }).click()
  await expect(settings.getByRole('alert')).toContainText('access token')
  expect(server.connectionCount).toBe(1)
})
