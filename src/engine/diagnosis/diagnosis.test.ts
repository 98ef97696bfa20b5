/** The way to a server, walked for real: servers that are well, and servers that fail on purpose. */

import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { startConnectProxy } from '../../testing/connect-proxy.ts'
import { startFaultProxy } from '../../testing/fault-proxy.ts'
import { freePort } from '../../testing/free-port.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { authorityFile, certificate, certificateFile } from '../../testing/test-certificates.ts'
import { startServer } from '../connection/connection-under-test.ts'
import { checkLimitMs } from './check.ts'
import { diagnosisLimitMs } from './diagnosis.ts'
import { diagnosing, startSilentServer } from './diagnosis-under-test.ts'
import { attemptLimitMs } from './reach-addresses.ts'

const frame = '{"type":"info","title":"T","message":"M","id":"notif_1"}'

async function scripted() {
  const server = await startScriptedServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  return server
}

async function proxied(setup?: Parameters<typeof startConnectProxy>[0]) {
  const proxy = await startConnectProxy(setup)
  onTestFinished(() => proxy[Symbol.asyncDispose]())
  return proxy
}

const addresses = (address: string) => [{ address, family: 4 }]

const outcomes = (steps: readonly { readonly check: string; readonly outcome: string }[]): string[] =>
  steps.map(({ check, outcome }) => `${check} ${outcome}`)

describe('a server that is well', () => {
  it('is found so, step by step, by a client of its own that asks for the quickest frequency first', async () => {
    const server = await scripted()
    const { run, steps } = diagnosing({ source: server.url })
    const running = run()
    expect(await server.hears(1)).toEqual([{ frequency: 1 }])
    await server.send(frame)
    const found = await running
    expect(found).toEqual({ steps, isCancelled: false })
    expect(outcomes(steps)).toEqual(['address good', 'tcp good', 'upgrade good', 'first-frame good'])
    expect(server.paths).toEqual(['/ws/notify/alice-diagnosis'])
  })

  it('is left as soon as all is seen', async () => {
    const server = await scripted()
    const { run, clock } = diagnosing({ source: server.url })
    const running = run()
    const socket = await server.connection()
    const closed = once(socket, 'close')
    socket.send(frame)
    await running
    expect((await closed)[0]).toBe(1000)
    expect(clock.timerCount).toBeLessThanOrEqual(1)
  })

  it('over TLS is found so with its name and its certificate, by the trust of the source', async () => {
    const server = await startServer('server')
    const { run, isPast, steps } = diagnosing({
      source: `wss://localhost:${server.port}`,
      caFile: authorityFile,
    })
    const running = run()
    await isPast('upgrade')
    server.socket?.send(frame)
    await running
    expect(outcomes(steps)).toEqual([
      ...['address good', 'dns good', 'tcp good', 'tls good', 'upgrade good', 'first-frame good'],
    ])
    expect(steps[3]?.text).toBe("The server's certificate is trusted, and valid until 2120-01-01.")
    expect(steps[3]?.detail).toMatch(/^TLSv1\.\d, for localhost, notify\.test/)
  })

  it('is left, also where it does not answer the goodbye', async () => {
    const server = await startServer()
    const way = await startFaultProxy(server.port, createManualClock())
    onTestFinished(() => way[Symbol.asyncDispose]())
    const { run, isPast, clock } = diagnosing({ source: way.url })
    const running = run()
    await isPast('upgrade')
    way.stall('to-client')
    clock.advance(checkLimitMs)
    await running
    const closed = once(server.socket ?? expect.unreachable('it is open'), 'close')
    clock.advance(1_000)
    await closed
    expect(clock.timerCount).toBe(0)
  })

  it('whose certificate is about to expire is doubtful', async () => {
    const server = await startServer('server', 'HTTP/1.1 404 Not Found\r\n\r\n')
    const { run, steps } = diagnosing({
      ...{ source: `wss://127.0.0.1:${server.port}`, caFile: authorityFile },
      startAt: Date.UTC(2119, 11, 25),
    })
    await run()
    expect(steps[2]).toMatchObject({ outcome: 'doubtful', text: expect.stringContaining('in 7 days') })
  })

  it('is asked by its name for its certificate, at the address that answered', async () => {
    const names: string[] = []
    const secure = createTlsServer({
      ...certificate('server'),
      SNICallback(name, done) {
        names.push(name)
        done(null)
      },
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void secure.close())
    await once(secure, 'listening')
    const address = secure.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const asked: string[] = []
    const { run, steps } = diagnosing({
      ...{ source: `wss://notify.test:${port}`, caFile: authorityFile },
      lookUp: () => Promise.resolve([...addresses('192.0.2.1'), ...addresses('127.0.0.1')]),
      connectTcp(to) {
        asked.push(to.host)
        return to.host === '127.0.0.1' ? connect(to) : connect(1, '127.0.0.1')
      },
    })
    await run()
    expect(steps[3]).toMatchObject({ check: 'tls', outcome: 'good' })
    expect([asked, names[0]]).toEqual([['192.0.2.1', '127.0.0.1', '127.0.0.1'], 'notify.test'])
  })

  it('that says nothing is doubtful, and well where the connection in use hears it', async () => {
    const server = await scripted()
    for (const live of [null, { isLive: true, since: 0, lastFrameAt: Date.UTC(2026, 0, 1) - 12_000 }]) {
      const { run, isPast, clock, steps } = diagnosing({
        source: server.url,
        ...(live === null ? {} : { inUse: () => live }),
      })
      const running = run()
      await isPast('upgrade')
      clock.advance(checkLimitMs)
      await running
      expect(steps.at(-1)).toMatchObject({
        check: 'first-frame',
        outcome: live === null ? 'doubtful' : 'good',
      })
      expect(steps.at(-1)?.text).toContain(live === null ? 'have it send something' : '17 seconds ago')
    }
  })

  it('whose address has no place for another client id is not asked twice', async () => {
    const server = await scripted()
    const now = Date.UTC(2026, 0, 1)
    const live = { isLive: true, since: now - 120_000, lastFrameAt: now - 3_000 }
    const { run, steps } = diagnosing({ source: `${server.url}/feed/alice`, inUse: () => live })
    await run()
    expect(steps.slice(-2)).toMatchObject([
      { outcome: 'good', text: 'The connection in use has been open for 2 minutes.' },
      { outcome: 'good', text: 'The server was last heard 3 seconds ago.' },
    ])
    expect(server.paths).toEqual([])
  })

  it('is asked as ever where nothing is connected that it could mistake us for', async () => {
    const server = await scripted()
    const { run } = diagnosing({ source: `${server.url}/feed/alice`, frequencySeconds: 7 })
    const running = run()
    expect(await server.hears(1)).toEqual([{ frequency: 7 }])
    await server.send(frame)
    expect((await running).steps.at(-1)).toMatchObject({ outcome: 'good' })
  })
})

describe('what is not well is said where it is found, and nothing is tried beyond it', () => {
  it('an address that is none', async () => {
    const { run, steps } = diagnosing({ source: 'https://user:pass@h' })
    await run()
    expect(steps[0]).toMatchObject({ check: 'address', outcome: 'bad' })
    expect(steps[0]?.text).toBe(
      '"https://…@h" is not a notification address: it must start with ws:// or wss://.',
    )
    expect(outcomes(steps.slice(1))).toEqual([
      ...['dns unknown', 'tcp unknown', 'tls unknown', 'upgrade unknown', 'first-frame unknown'],
    ])
  })

  it('a token that travels unencrypted', async () => {
    const lookUp = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    const { run, steps } = diagnosing({ source: 'ws://notify.test', token: 'T0ken', lookUp })
    await run()
    expect(steps[0]).toMatchObject({ outcome: 'doubtful', text: expect.stringContaining('wss://') })
  })

  it('a name that nobody knows', async () => {
    const lookUp = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    const { run, steps } = diagnosing({ source: 'ws://notify.test', lookUp })
    await run()
    expect(steps[1]).toMatchObject({ check: 'dns', outcome: 'bad', detail: 'notify.test: ENOTFOUND' })
    expect(steps[1]?.text).toMatch(/^The name of the server cannot be found/)
    expect(outcomes(steps.slice(2))).toEqual(['tcp unknown', 'upgrade unknown', 'first-frame unknown'])
  })

  it('a name that is looked up for too long', async () => {
    const { run, isPast, clock, steps } = diagnosing({
      source: 'ws://notify.test',
      lookUp: () => new Promise(() => {}),
    })
    const running = run()
    await isPast('address')
    clock.advance(checkLimitMs)
    await running
    expect(steps[1]).toMatchObject({ outcome: 'bad', tookMs: checkLimitMs })
  })

  it('a port on which nothing listens', async () => {
    const { run, steps } = diagnosing({ source: `ws://127.0.0.1:${await freePort()}` })
    await run()
    expect(steps[1]).toMatchObject({
      ...{ check: 'tcp', outcome: 'bad', text: 'Nothing answers at that address: is the server running?' },
      detail: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it('an address that never answers', async () => {
    const unanswered = new Socket()
    const connectTcp = (): Socket => unanswered
    const { run, isPast, clock, steps } = diagnosing({ source: 'ws://192.0.2.1', connectTcp })
    const running = run()
    await isPast('address')
    clock.advance(attemptLimitMs)
    await running
    expect(steps[1]).toMatchObject({ outcome: 'bad', text: 'The server did not answer in time.' })
    expect([unanswered.destroyed, clock.timerCount]).toEqual([true, 0])
  })

  it('one family of addresses, where the other is well, is no fault', async () => {
    const server = await scripted()
    const lookUp = () =>
      Promise.resolve([
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ])
    const { run, steps } = diagnosing({ source: `ws://localhost:${server.port}`, lookUp })
    const running = run()
    await server.send(frame)
    await running
    expect(steps[2]).toMatchObject({ check: 'tcp', outcome: 'good', text: expect.stringContaining('IPv6') })
  })

  it('one of two servers behind a name', async () => {
    const server = await scripted()
    const lookUp = () =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '192.0.2.1', family: 4 },
      ])
    const refused = await freePort()
    const { run, steps } = diagnosing({
      ...{ source: `ws://localhost:${server.port}`, lookUp },
      connectTcp: ({ host, port }) => connect(host === '127.0.0.1' ? port : refused, '127.0.0.1'),
    })
    const running = run()
    await server.send(frame)
    await running
    expect(steps[2]).toMatchObject({
      outcome: 'doubtful',
      text: expect.stringContaining("Only 1 of the server's 2"),
    })
  })

  it.each([
    ['server', '', /^The server's certificate comes from an authority that is not trusted/],
    ['self-signed', '', /^The server's certificate is self-signed/],
    [
      'expired',
      authorityFile,
      /has expired\. It was valid until 20\d\d-\d\d-\d\d\. This computer's clock says 2026-01-01/,
    ],
    [
      'elsewhere',
      authorityFile,
      /^The server's certificate is for elsewhere\.test, and not for 127\.0\.0\.1/,
    ],
  ] as const)('the certificate "%s"', async (name, caFile, sentence) => {
    const server = await startServer(name)
    const { run, steps } = diagnosing({ source: `wss://127.0.0.1:${server.port}`, caFile })
    await run()
    expect(steps[2]).toMatchObject({ check: 'tls', outcome: 'bad', text: expect.stringMatching(sentence) })
    expect(steps[3]).toMatchObject({ check: 'upgrade', outcome: 'unknown' })
    expect(server.upgrades).toEqual([])
  })

  it('a self-signed certificate that is trusted is well', async () => {
    const server = await startServer('self-signed', 'HTTP/1.1 404 Not Found\r\n\r\n')
    const caFile = certificateFile('self-signed')
    const { run, steps } = diagnosing({ source: `wss://localhost:${server.port}`, caFile })
    await run()
    expect(steps[3]).toMatchObject({ check: 'tls', outcome: 'good' })
  })

  it('a server that says nothing where it should shake hands, and it is let go', async () => {
    const silent = await startSilentServer()
    const { run, isPast, clock, steps } = diagnosing({ source: `wss://127.0.0.1:${silent.port}` })
    const running = run()
    await isPast('tcp')
    clock.advance(checkLimitMs)
    await running
    expect(steps[2]).toMatchObject({ check: 'tls', outcome: 'bad', tookMs: checkLimitMs })
    await silent.sees(2)
  })

  it('more addresses than are tried', async () => {
    let tries = 0
    const { run } = diagnosing({
      source: 'ws://notify.test',
      lookUp: () => Promise.resolve(Array.from({ length: 20 }, (_, n) => addresses(`192.0.2.${n}`)).flat()),
      connectTcp() {
        tries += 1
        return connect(1, '127.0.0.1')
      },
    })
    await run()
    expect(tries).toBe(8)
  })

  it('a server without TLS', async () => {
    const server = await startServer()
    const { run, steps } = diagnosing({ source: `wss://127.0.0.1:${server.port}` })
    await run()
    expect(steps[2]).toMatchObject({ outcome: 'bad', text: expect.stringMatching(/is its address ws:/) })
  })

  it.each([
    [401, 'wants an access token'],
    [404, 'check the path'],
  ])('a server that answers HTTP %i', async (status, words) => {
    const server = await startServer(null, `HTTP/1.1 ${status} No\r\nConnection: close\r\n\r\n`)
    const { run, steps } = diagnosing({ source: `ws://127.0.0.1:${server.port}` })
    await run()
    expect(steps[2]).toMatchObject({ check: 'upgrade', outcome: 'bad', detail: `HTTP ${status}` })
    expect(steps[2]?.text).toContain(words)
  })

  it('a second client that is refused matters little where the first is connected', async () => {
    const server = await startServer(null, 'HTTP/1.1 403 No\r\nConnection: close\r\n\r\n')
    const live = { isLive: true, since: 0, lastFrameAt: null }
    const { run, steps } = diagnosing({ source: `ws://127.0.0.1:${server.port}`, inUse: () => live })
    await run()
    expect(steps[2]).toMatchObject({ outcome: 'doubtful', text: expect.stringContaining('HTTP 403') })
  })

  it('a web server that knows no WebSocket', async () => {
    const web = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
    await once(web, 'listening')
    onTestFinished(() => void web.close())
    const address = web.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { run, steps } = diagnosing({ source: `ws://127.0.0.1:${port}` })
    await run()
    expect(steps[2]).toMatchObject({ check: 'upgrade', outcome: 'bad', detail: 'HTTP 200' })
  })

  it('a server that takes connections and opens none, and it is let go', async () => {
    const silent = await startSilentServer()
    const { run, isPast, clock, steps } = diagnosing({ source: `ws://127.0.0.1:${silent.port}` })
    const running = run()
    await isPast('tcp')
    clock.advance(checkLimitMs)
    await running
    expect(steps[2]).toMatchObject({ outcome: 'bad', text: expect.stringContaining('opens no WebSocket') })
    clock.advance(1_000)
    await silent.sees(2)
    expect(clock.timerCount).toBe(0)
  })

  it('a server that sends us away once it is open', async () => {
    const server = await scripted()
    const { run, clock, steps } = diagnosing({ source: server.url, token: 'T0ken-T0ken' })
    const running = run()
    const socket = await server.connection()
    socket.close(4403, 'not with T0ken-T0ken')
    await running
    expect(steps.at(-1)).toMatchObject({ check: 'first-frame', outcome: 'bad' })
    expect(steps.at(-1)?.text).toMatch(/\(4403\)\. It said: not with …$/)
    expect(clock.timerCount).toBe(0)
  })
})

describe('a way through a proxy', () => {
  it('is walked as the connection walks it: to the proxy first, then through it', async () => {
    const server = await startServer('server')
    const proxy = await proxied()
    const { run, isPast, steps } = diagnosing({
      ...{ source: `wss://notify.test:${server.port}`, caFile: authorityFile },
      proxy: `http://name:secret-word@${proxy.host}`,
    })
    const running = run()
    await isPast('upgrade')
    server.socket?.send(frame)
    await running
    expect(outcomes(steps)).toEqual([
      ...['address good', 'tcp good', 'tls good', 'upgrade good', 'first-frame good'],
    ])
    expect(steps[1]?.text).toBe('The proxy takes connections.')
    expect(proxy.requests.map(({ target }) => target)).toEqual(
      Array.from({ length: 2 }, () => `notify.test:${server.port}`),
    )
    expect(JSON.stringify(steps)).not.toMatch(/secret-word|bmFtZ/)
  })

  it("gives away no password, also where it is the environment's", async () => {
    const server = await startServer()
    const proxy = await proxied()
    vi.stubEnv('HTTP_PROXY', `http://name:secret-word@${proxy.host}`)
    onTestFinished(() => void vi.unstubAllEnvs())
    const { run, isPast, steps } = diagnosing({
      ...{ source: `ws://notify.test:${server.port}`, proxy: 'environment' },
    })
    const running = run()
    await isPast('upgrade')
    server.socket?.close(1008, 'not with secret-word')
    await running
    expect(steps.at(-1)?.text).toMatch(/It said: not with …$/)
  })

  it('is refused by the proxy, which is named', async () => {
    const proxy = await proxied({ answer: 'HTTP/1.1 407 No\r\n\r\n' })
    const { run, steps } = diagnosing({ source: 'wss://notify.test', proxy: `http://${proxy.host}` })
    await run()
    expect(steps[2]).toMatchObject({ check: 'tls', outcome: 'bad' })
    expect(steps[2]?.text).toMatch(/^The proxy wants a name and a password/)
  })

  it('that never answers is let go', async () => {
    const proxy = await proxied({ answer: null })
    const { run, isPast, clock } = diagnosing({ source: 'wss://notify.test', proxy: `http://${proxy.host}` })
    const running = run()
    await isPast('tcp')
    await proxy.hears(1)
    clock.advance(checkLimitMs)
    expect((await running).steps[2]).toMatchObject({ check: 'tls', outcome: 'bad' })
    await proxy.isDownTo(0)
  })
})

describe('a diagnosis', () => {
  it('that is cancelled answers with what it has, and lets go of everything', async () => {
    const silent = await startSilentServer()
    const { run, isPast, clock, diagnosis, steps } = diagnosing({ source: `ws://127.0.0.1:${silent.port}` })
    const running = run()
    await isPast('tcp')
    diagnosis.commands.cancelDiagnosis({})
    expect(await running).toEqual({ steps, isCancelled: true })
    expect(outcomes(steps)).toEqual(['address good', 'tcp good'])
    await silent.sees(2)
    expect(clock.timerCount).toBe(0)
  })

  it('that is cancelled while a socket is being made lets go of it as well', async () => {
    const silent = await startSilentServer()
    const { run, diagnosis } = diagnosing({
      ...{ source: 'ws://notify.test/feed', proxy: `http://127.0.0.1:${silent.port}` },
      inUse() {
        // Asked just before the socket is opened.
        diagnosis.commands.cancelDiagnosis({})
        return { isLive: false, since: 0, lastFrameAt: null }
      },
    })
    expect((await run()).isCancelled).toBe(true)
    // What leads through a proxy is loaded first.
    await import('../connection/proxy-agent.ts')
    await new Promise((resolve) => setImmediate(resolve))
    // Taken after all that came before it.
    connect(silent.port, '127.0.0.1').on('connect', function (this: Socket) {
      this.destroy()
    })
    await silent.sees(2)
  })

  it('is ended by the next one', async () => {
    const server = await scripted()
    const silent = await startSilentServer()
    const { run, isPast, diagnosis } = diagnosing({ source: `ws://127.0.0.1:${silent.port}` })
    const first = run()
    await isPast('tcp')
    const second = diagnosis.commands.diagnose({ source: server.url })
    expect((await first).isCancelled).toBe(true)
    await server.send(frame)
    expect(await second).toMatchObject({ isCancelled: false, steps: { length: 4 } })
  })

  it('ends after half a minute, whatever is left', async () => {
    const { run, isPast, clock, steps } = diagnosing({
      source: 'nothing',
      ownChecks: Array.from({ length: 7 }, () => ({
        ...({ check: 'storage', isOnTheWay: false } as const),
        ...{ applies: () => true, look: () => new Promise<never>(() => {}) },
        late: () => ({ outcome: 'bad', text: 'Late.', detail: null }) as const,
      })),
    })
    const running = run()
    await isPast('first-frame')
    const before = steps.length
    for (let waited = 0; waited < diagnosisLimitMs; waited += checkLimitMs) {
      clock.advance(checkLimitMs)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect((await running).isCancelled).toBe(true)
    expect(steps.length - before).toBe(5)
    expect(clock.timerCount).toBe(0)
  })

  it('of another source looks at nothing else', async () => {
    const { diagnosis, steps } = diagnosing({
      source: 'nothing',
      ownChecks: [
        {
          ...({ check: 'tray', isOnTheWay: false, applies: () => true } as const),
          look: () => expect.unreachable('it is of this computer'),
          late: () => expect.unreachable('it is of this computer'),
        },
      ],
    })
    await diagnosis.commands.diagnose({ source: 'ftp://x' })
    expect(steps.at(-1)?.check).toBe('first-frame')
  })
})
