/** Without tokens: what this machine may do, and web pages of elsewhere may not. */
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { post, send } from '../testing/http-client.ts'
import { startTestServer } from '../testing/test-server.ts'
import { tryUpgrade } from '../testing/try-upgrade.ts'
import { createLocalAccess } from './local-access.ts'
import { createOrigins } from './origins.ts'

const start = (listed: readonly string[] = [], letsFilesSubscribe = false) =>
  startTestServer({
    demo: false,
    access: createLocalAccess({ origins: createOrigins(listed), letsFilesSubscribe }),
  })

const upgrade = async (url: string, headers: Readonly<Record<string, string>>) =>
  (await tryUpgrade(url, '/ws/notify/alice', { headers })).status

test('a page of this machine may connect, from any port; one of elsewhere may not', async () => {
  await using running = await start()
  for (const Origin of ['http://localhost:5173', 'http://127.0.0.1:3000', 'https://[::1]']) {
    expect(await upgrade(running.url, { Origin })).toBe(101)
  }
  for (const Origin of ['https://evil.example', 'http://127.0.0.1.evil.example', 'null', 'file://', 'x']) {
    expect(await upgrade(running.url, { Origin })).toBe(403)
  }
  expect(await upgrade(running.url, {})).toBe(101)
})

test('a page that was opened as a file may connect where the server is for trying clients', async () => {
  await using running = await start([], true)
  expect(await upgrade(running.url, { Origin: 'null' })).toBe(101)
  expect(await upgrade(running.url, { Origin: 'file://' })).toBe(101)
  expect(await post(running.url, '/notify/alice', 'x', { Origin: 'null' })).toMatchObject({ status: 403 })
  expect(await upgrade(running.url, { Origin: 'https://evil.example' })).toBe(403)
})

test('only the own page may publish and look, and what is listed', async () => {
  await using running = await start(['https://app.example'])
  const own = running.url.replace('ws:', 'http:')
  const status = async (Origin: string) => [
    (await post(running.url, '/notify/alice', 'x', { Origin })).status,
    (await send(running.url, '/notify/alice/none', { headers: { Origin } })).status,
    await upgrade(running.url, { Origin }),
  ]
  expect(await status(own)).toEqual([201, 404, 101])
  expect(await status('https://app.example')).toEqual([201, 404, 101])
  expect(await status('http://localhost:5173')).toEqual([403, 403, 101])
  expect(await status('https://evil.example')).toEqual([403, 403, 403])
})

/** `fetch` does not let one choose it. */
const statusAs = (port: number, host: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port, method: 'POST', path: '/notify/alice', headers: { Host: host, ...headers } })
      .on('response', (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end('x')
  })

test('a name that was made to lead here is not answered to: 421', async () => {
  await using running = await start(['*'])
  const { port } = running.server
  const evil = `evil.example:${port}`
  // To its browser this page is of the same origin as the server.
  expect(await statusAs(port, evil, { Origin: `http://${evil}` })).toBe(421)
  expect(await statusAs(port, evil, {})).toBe(421)
  expect(await upgrade(running.url, { Host: evil, Origin: `http://${evil}` })).toBe(421)
  expect(await upgrade(running.url, { Host: evil })).toBe(421)
  expect(await statusAs(port, `localhost:${port}`, {})).toBe(201)
  expect(await statusAs(port, `[::1]:${port}`, {})).toBe(201)
})
