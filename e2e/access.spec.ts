/** Who may have the window of the browser host: whoever was given its address, on this machine. */
import { request as httpRequest } from 'node:http'
import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { test } from './fixtures.ts'
import { printedAddress } from './printed-address.ts'
import { info } from './servers/wire-frames.ts'

/** How a server answers: the status of a plain request, with any headers. */
function statusOf(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  httpRequest(url, { headers }, (response) => {
    response.resume()
    resolve(response.statusCode ?? 0)
  })
    .on('error', reject)
    .end()
  return promise
}

/** How a server answers to an upgrade: 101 when it lets one in. */
function upgradeStatus(url: string, origin: string, cookie: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const socket = new WebSocket(url, { origin, headers: { cookie } })
  socket.on('open', () => {
    socket.terminate()
    resolve(101)
  })
  socket.on('unexpected-response', (_request, response) => {
    socket.on('error', () => {})
    socket.terminate()
    resolve(response.statusCode ?? 0)
  })
  return promise
}

const cookiesOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test('the address without its token opens nothing', async ({ start, server, needs }) => {
  needs('http')
  const app = await start({ source: server.url })
  const address = printedAddress(app)
  expect(address.searchParams.get('token')).toMatch(/^[\w-]{32}$/)
  expect(await statusOf(new URL('/', address))).toBe(403)
  expect(await statusOf(new URL('/?token=guessed', address))).toBe(403)
  expect(await statusOf(new URL('/', address), { cookie: 'tocsin=guessed' })).toBe(403)
  const cookie = await cookiesOf(app.window())
  expect(await statusOf(new URL('/', address), { cookie })).toBe(200)
  expect(await statusOf(new URL('/', address), { cookie, host: `evil.example:${address.port}` })).toBe(421)
  expect(await statusOf(new URL('/..%2f..%2fpackage.json', address), { cookie })).not.toBe(200)
  // The token is not left lying about in the address bar.
  await expect(app.window()).toHaveURL(new URL('/', address).href)
})

test('a page from elsewhere cannot speak to the engine', async ({ start, server, needs }) => {
  needs('http')
  const app = await start({ source: server.url })
  const { host } = printedAddress(app)
  const cookie = await cookiesOf(app.window())
  const url = `ws://${host}/contract`
  expect(await upgradeStatus(url, `http://${host}`, cookie)).toBe(101)
  expect(await upgradeStatus(url, 'http://evil.example', cookie)).toBe(403)
  expect(await upgradeStatus(url, 'null', cookie)).toBe(403)
  expect(await upgradeStatus(url, `http://${host}`, '')).toBe(403)
})

test('an open page comes back by itself when Tocsin is started again', async ({
  start,
  server,
  browser,
  needs,
}) => {
  needs('http')
  const before = await start({ source: server.url })
  const address = printedAddress(before)
  // A page of its own: the fixture's goes with its app.
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address.href)
  await expect(page.getByRole('status')).toContainText('Connected')
  await before.stop()
  await expect(page.getByRole('status')).toContainText('Disconnected')
  await expect(page.getByRole('alert')).toContainText('Tocsin is not running')

  await start({ source: server.url, flags: ['--port', address.port] })
  await expect(page.getByRole('status')).toContainText('Connected')
  server.send(info({ title: 'Welcome back' }))
  await expect(page.getByRole('article')).toContainText('Welcome back')
  await context.close()
})
