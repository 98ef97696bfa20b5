/** Who gets in, and who does not: over real HTTP and real WebSockets. */
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { createManualClock } from '../clock/manual-clock.ts'
import type { WindowFiles } from '../host/window-files.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createAccess, isOwnHost, keepToken } from './access.ts'
import { type ContractSocket, serveContract } from './contract-socket.ts'
import { startPageServer } from './page-server.ts'

type Answer = {
  readonly status: number
  readonly cookie: string
  readonly location: string
  readonly body: string
}

const namedFiles = () => async (url: URL) => ({
  ...({ status: 200, headers: { 'content-type': 'text/plain' } } as const),
  body: new TextEncoder().encode(`file ${url.pathname}`),
})

async function start(files: (port: number) => WindowFiles = namedFiles) {
  const access = createAccess('secret-token')
  const page = await startPageServer(0, access, files, () => 'Open the address with the key.')
  const callers: object[] = []
  const gone: object[] = []
  const contract: ContractSocket = serveContract({
    ...{ http: page.http, port: page.port, access, clock: createManualClock() },
    calls: {
      async dispatch(caller, command, input) {
        callers.push(caller)
        return { ok: true, output: { command, input } }
      },
      gone: (left) => gone.push(left),
    },
  })
  onTestFinished(() => {
    contract.close()
    page.http.close()
    page.http.closeAllConnections()
  })

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: page.port, path, method, headers },
        async (response) => {
          let body = ''
          for await (const chunk of response) body += chunk
          const cookie = response.headers['set-cookie']?.[0] ?? ''
          resolve({
            status: response.statusCode ?? 0,
            cookie,
            location: response.headers.location ?? '',
            body,
          })
        },
      )
      asked.on('error', reject)
      asked.end()
    })
  const cookie = `tocsin-${page.port}=secret-token`
  const origin = `http://127.0.0.1:${page.port}`
  const connect = (path: string, headers: Record<string, string>) =>
    new WebSocket(`ws://127.0.0.1:${page.port}${path}`, { headers })
  return { port: page.port, contract, get, connect, cookie, origin, callers, gone }
}

describe('the page', () => {
  it('is served to whoever opens the printed address, and the token leaves the address bar', async () => {
    const { get, cookie } = await start()
    const first = await get('/?token=secret-token')
    expect(first).toMatchObject({ status: 303, location: '/' })
    expect(first.cookie).toBe(`${cookie}; HttpOnly; SameSite=Strict; Path=/`)
    expect(await get('/', { cookie: `other=1; ${cookie}` })).toMatchObject({ status: 200, body: 'file /' })
  })

  it('is not sent again to a browser that has it as it is', async () => {
    const files = () => async () => ({
      ...({ status: 200, headers: { etag: '"same"' } } as const),
      body: new TextEncoder().encode('file'),
    })
    const { get, cookie } = await start(files)
    expect(await get('/', { cookie, 'if-none-match': '"same"' })).toMatchObject({ status: 304, body: '' })
    expect(await get('/', { cookie, 'if-none-match': '"other"' })).toMatchObject({
      status: 200,
      body: 'file',
    })
    expect(await get('/', { 'if-none-match': '"same"' })).toMatchObject({ status: 403 })
  })

  it('is served to nobody else', async () => {
    const { get, port, cookie } = await start()
    expect(await get('/')).toMatchObject({ status: 403, body: expect.stringContaining('Open the address') })
    expect((await get('/?token=wrong')).status).toBe(403)
    expect((await get('/', { cookie: `tocsin-${port}=wrong` })).status).toBe(403)
    expect((await get('/', { cookie: `tocsin-1=secret-token` })).status).toBe(403)
    expect((await get('/', { cookie }, 'POST')).status).toBe(405)
  })

  it('survives requests that are no addresses', async () => {
    const { get, cookie } = await start()
    expect((await get('//', { cookie })).status).toBe(400)
    expect((await get('//')).status).toBe(400)
    expect((await get('/', { cookie })).status).toBe(200)
  })

  it('at the usual port of http is asked for without it', () => {
    expect([isOwnHost('127.0.0.1', 80), isOwnHost('localhost', 80), isOwnHost('127.0.0.1', 8788)]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is not served under another name (DNS rebinding)', async () => {
    const { get, port, cookie } = await start()
    expect((await get('/', { cookie, host: `evil.example:${port}` })).status).toBe(421)
    expect((await get('/?token=secret-token', { host: 'evil.example' })).status).toBe(421)
    expect((await get('/', { cookie, host: `localhost:${port}` })).status).toBe(200)
  })
})

describe("the contract's socket", () => {
  it('tells of a page that goes without a word, and which of them it was', async () => {
    const { connect, contract, cookie, origin, callers, gone } = await start()
    const sockets: WebSocket[] = []
    for (let opened = 0; opened < 2; opened++) {
      const socket = connect('/contract', { cookie, origin })
      sockets.push(socket)
      await once(socket, 'open')
      socket.send(JSON.stringify({ callId: 1, command: 'connect', input: {} }))
      await once(socket, 'message')
    }
    expect(gone).toEqual([])
    sockets[1]?.terminate()
    await expect.poll(() => contract.pageCount).toBe(1)
    expect(gone.map((page) => callers.indexOf(page))).toEqual([1])
  })

  it('answers calls and carries events', async () => {
    const { connect, cookie, origin, contract } = await start()
    const socket = connect('/contract', { cookie, origin })
    await once(socket, 'open')
    socket.send(JSON.stringify({ callId: 7, command: 'connect', input: {} }))
    const [reply] = await once(socket, 'message')
    expect(JSON.parse(String(reply))).toEqual({
      callId: 7,
      reply: { ok: true, output: { command: 'connect', input: {} } },
    })
    contract.send({ name: 'notificationOpened', data: { rowId: 3 } })
    const [event] = await once(socket, 'message')
    expect(JSON.parse(String(event))).toEqual({
      events: [{ event: 'notificationOpened', data: { rowId: 3 } }],
    })
    expect(contract.pageCount).toBe(1)
  })

  it('tells what happened before it answers', async () => {
    const { connect, cookie, origin, contract } = await start()
    const socket = connect('/contract', { cookie, origin })
    const heard: object[] = []
    socket.on('message', (data) => heard.push(JSON.parse(String(data))))
    await once(socket, 'open')
    // The first is sent at once; no time passes until the second would be.
    for (const rowId of [1, 2]) contract.send({ name: 'notificationOpened', data: { rowId } })
    socket.send(JSON.stringify({ callId: 7, command: 'connect', input: {} }))
    while (heard.length < 3) await once(socket, 'message')
    expect(heard).toMatchObject([
      { events: [{ data: { rowId: 1 } }] },
      { events: [{ data: { rowId: 2 } }] },
      { callId: 7 },
    ])
  })

  it('opens for our own page alone', async () => {
    const { connect, cookie, origin, port } = await start()
    const refused: readonly (readonly [string, Record<string, string>])[] = [
      ['/contract', { cookie, origin: 'https://evil.example' }],
      ['/contract', { cookie, origin: 'null' }],
      ['/contract', { cookie }],
      ['/contract', { origin }],
      ['/contract', { cookie, origin: `http://evil.example:${port}`, host: `evil.example:${port}` }],
      ['/other', { cookie, origin }],
    ]
    for (const [path, headers] of refused) {
      const [error] = await once(connect(path, headers), 'error')
      expect(String(error)).toContain('403')
    }
  })

  it.each([
    '{}',
    'hello',
    '{"callId":0,"command":"x","input":{}}',
    '{"callId":1,"command":"x","input":{},"extra":1}',
  ])('closes on %s, which is no call', async (text) => {
    const { connect, cookie, origin } = await start()
    const socket = connect('/contract', { cookie, origin })
    await once(socket, 'open')
    socket.send(text)
    const [code] = await once(socket, 'close')
    expect(code).toBe(1008)
  })
})

describe('somebody rude', () => {
  it('is refused, and no more than that', async () => {
    const { get, cookie, port } = await start()
    for (let index = 0; index < 20; index++) {
      const rude = connectTcp(port, '127.0.0.1')
      rude.on('error', () => {})
      await once(rude, 'connect')
      rude.write('GET /contract HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
      rude.resetAndDestroy()
    }
    expect((await get('/', { cookie })).status).toBe(200)
  })
})

describe('the port', () => {
  it('that was asked for and is taken is refused with what to do', async () => {
    const { port } = await start()
    await expect(
      startPageServer(port, createAccess('t'), () => async () => Promise.reject(), String),
    ).rejects.toThrow(/another program uses it.*--port/)
  })
})

describe('the token', () => {
  it('is random, made once for a data folder, and readable by its owner alone', () => {
    const folder = temporaryFolder()
    const token = keepToken(folder)
    expect(token).toMatch(/^[\w-]{32}$/)
    expect(keepToken(folder)).toBe(token)
    expect(keepToken(temporaryFolder())).not.toBe(token)
    expect(statSync(join(folder, 'access-token')).mode & 0o077).toBe(0)
  })

  it('has tickets, each good for one opening', () => {
    const access = createAccess('secret-token')
    const ticket = access.issueTicket()
    expect([ticket, ticket, 'secret-token', 'other', null].map(access.opens)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  it('is made anew where the file holds something else', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'access-token'), 'short')
    expect(keepToken(folder)).toMatch(/^[\w-]{32}$/)
  })
})
