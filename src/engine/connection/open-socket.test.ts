/** Sockets as a source's settings want them: real servers, real certificates, a real proxy. */
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { type ConnectProxySetup, startConnectProxy } from '../../testing/connect-proxy.ts'
import { freePort } from '../../testing/free-port.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { authorityFile, certificate, certificateFile } from '../../testing/test-certificates.ts'
import { connectTo, startServer } from './connection-under-test.ts'
import { noSystemCertificates } from './trusted-certificates.ts'

/** A host that only a proxy leads to. */
const farAway = 'notify.test'
const untrusted =
  "The server's certificate comes from an authority that is not trusted. To trust that authority, name its file as the certificate authority in the settings."

async function startProxy(setup?: ConnectProxySetup) {
  const proxy = await startConnectProxy(setup)
  onTestFinished(() => proxy[Symbol.asyncDispose]())
  return proxy
}

describe('a server over TLS', () => {
  it('is met where its authority is trusted by a file', async () => {
    const { port } = await startServer('server')
    await connectTo({ url: `wss://127.0.0.1:${port}`, caFile: authorityFile }).reaches('live')
  })

  it('is met where it is self-signed and trusted itself', async () => {
    const { port } = await startServer('self-signed')
    await connectTo({ url: `wss://localhost:${port}`, caFile: certificateFile('self-signed') }).reaches(
      'live',
    )
  })

  it.each([
    ['server', '', untrusted],
    [
      'self-signed',
      '',
      "The server's certificate is self-signed, and so not trusted. To trust it, name its file as the certificate authority in the settings.",
    ],
    ['expired', authorityFile, "The server's certificate has expired."],
    ['elsewhere', authorityFile, "The server's certificate is for another name."],
  ] as const)('with the certificate "%s" is refused, and not hammered', async (name, caFile, reason) => {
    const { port, upgrades } = await startServer(name)
    const waiting = await connectTo({ url: `wss://127.0.0.1:${port}`, caFile, token: 'T' }).reaches('waiting')
    expect(waiting).toMatchObject({ reason, isServersWish: false })
    expect(waiting.retryAt - waiting.since).toBeGreaterThanOrEqual(60_000)
    expect(upgrades).toEqual([])
  })

  it('that speaks no TLS is told from one that does', async () => {
    const { port } = await startServer()
    const { reason } = await connectTo({ url: `wss://127.0.0.1:${port}` }).reaches('waiting')
    expect(reason).toMatch(/^No secure connection to the server came about \(E\w+\): is its address ws:/)
  })

  it("is met by the computer's own trust where that is wanted", async () => {
    const { port } = await startServer('server')
    const { readCertificates } = await import('./certificate-file.ts')
    const system = readCertificates(authorityFile)
    const setup = { url: `wss://127.0.0.1:${port}`, systemCertificates: true }
    const { warnings, reaches } = connectTo({
      ...setup,
      certificateLists: (which) => (which === 'system' ? system : []),
    })
    await reaches('live')
    expect(warnings).toEqual([])
  })

  it("says so once, and goes on, where the computer's trust cannot be read", async () => {
    const { port } = await startServer('server')
    const setup = { url: `wss://127.0.0.1:${port}`, systemCertificates: true, caFile: authorityFile }
    const tried = connectTo({
      ...setup,
      certificateLists() {
        throw new TypeError('getCACertificates is not a function')
      },
    })
    await tried.reaches('live')
    tried.connection.apply({ is: 'source-changed' })
    await tried.reaches('live')
    expect(tried.warnings).toEqual([inEnglish(noSystemCertificates)])
  })

  it('is not met, in so many words, once the file of its authority is gone', async () => {
    const { port, upgrades } = await startServer('server')
    const caFile = join(temporaryFolder(), 'ca.pem')
    const url = `wss://127.0.0.1:${port}`
    const first = await connectTo({ url, caFile }).reaches('waiting')
    expect(first.reason).toMatch(/^The certificate authority's file .*ca\.pem cannot be read \(ENOENT/)
    writeFileSync(`${caFile}.bad`, 'no PEM')
    renameSync(`${caFile}.bad`, caFile)
    const second = await connectTo({ url, caFile }).reaches('waiting')
    expect(second.reason).toMatch(/ca\.pem holds no certificate in PEM that can be read\.$/)
    expect(upgrades).toEqual([])
  })
})

describe('a proxy', () => {
  it.each([
    ['ws', null],
    ['wss', 'server'],
  ] as const)('leads to a %s: server, by CONNECT, with its own password', async (scheme, named) => {
    const { port, upgrades } = await startServer(named)
    const proxy = await startProxy()
    const url = `${scheme}://${farAway}:${port}/ws/notify/alice`
    const { reaches } = connectTo({
      ...{ url, caFile: authorityFile, token: 'T' },
      proxy: `http://ann:s%3Acret@${proxy.host}`,
    })
    await reaches('live')
    const authorization = `Basic ${Buffer.from('ann:s:cret').toString('base64')}`
    expect(proxy.requests).toEqual([{ target: `${farAway}:${port}`, authorization, showsToken: false }])
    expect(upgrades[0]?.headers).toMatchObject({
      ...{ authorization: 'Bearer T', host: `${farAway}:${port}`, 'tocsin-resume': 'new' },
    })
    expect(upgrades[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  it('over TLS is trusted by the same authority', async () => {
    const { port } = await startServer('server')
    const proxy = await startProxy({ tls: certificate('server') })
    const setup = { url: `wss://${farAway}:${port}`, proxy: `https://${proxy.host}` }
    await connectTo({ ...setup, caFile: authorityFile }).reaches('live')
    const refused = await connectTo(setup).reaches('waiting')
    expect(refused.reason).toBe(untrusted.replace('server', 'proxy'))
  })

  it("does not lend its own name to a server's certificate", async () => {
    const { port } = await startServer('server')
    const proxy = await startProxy()
    const [, proxyPort] = proxy.host.split(':')
    const setup = { caFile: authorityFile, proxy: `http://localhost:${proxyPort}` }
    await connectTo({ ...setup, url: `wss://192.0.2.1:${port}` }).reaches('live')
    const other = await connectTo({ ...setup, url: `wss://192.0.2.2:${port}` }).reaches('waiting')
    expect(other.reason).toBe("The server's certificate is for another name.")
  })

  it.each([
    [
      'HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n',
      /^The proxy wants a name and a password \(HTTP 407\)/,
      60_000,
    ],
    ['HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n', /^The proxy does not let us through/, 60_000],
    [
      'HTTP/1.1 503 Busy\r\nRetry-After: 90\r\n\r\n',
      /^The proxy did not reach the server \(HTTP 503\)/,
      90_000,
    ],
    ['SSH-2.0-OpenSSH\r\n\r\n', /^The proxy cannot be used: it does not speak HTTP\.$/, 1_000],
    ['', /^The proxy cannot be used: /, 1_000],
  ])(
    'that answers %j is named as the one who refuses, and told no token',
    async (answer, reason, atLeastMs) => {
      const proxy = await startProxy({ answer })
      const setup = { url: `wss://${farAway}`, proxy: `http://ann:secret@${proxy.host}`, token: 'T' }
      const { warnings, reaches } = connectTo(setup)
      const waiting = await reaches('waiting')
      expect(waiting.reason).toMatch(reason)
      expect(waiting.retryAt - waiting.since).toBeGreaterThanOrEqual(atLeastMs)
      expect(`${waiting.reason}${warnings}`).not.toContain('secret')
      expect(proxy.requests).toMatchObject([{ target: `${farAway}:443`, showsToken: false }])
    },
  )

  it('that is not there is named as the one who is not', async () => {
    const setup = { url: `wss://${farAway}`, proxy: `http://127.0.0.1:${await freePort()}` }
    const { reason } = await connectTo(setup).reaches('waiting')
    expect(reason).toBe("Nothing answers at the proxy's address: is the proxy running?")
  })

  it("lets the server's own answers be the server's", async () => {
    const { port } = await startServer(null, 'HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n')
    const proxy = await startProxy()
    const setup = { url: `ws://${farAway}:${port}`, proxy: `http://${proxy.host}` }
    expect((await connectTo(setup).reaches('waiting')).reason).toBe(
      'The server does not let us in (HTTP 403).',
    )
  })

  it('that never answers is let go of with the attempt', async () => {
    const proxy = await startProxy({ answer: null })
    const { connection } = connectTo({ url: `wss://${farAway}`, proxy: `http://${proxy.host}` })
    await proxy.hears(1)
    expect(proxy.openCount).toBe(1)
    connection.apply({ is: 'timer-fired', timer: 'open' })
    await proxy.isDownTo(0)
    expect(connection.state.phase).toBe('waiting')
  })

  it('of the environment is used where one is named, and never for this machine', async () => {
    const { port } = await startServer('server')
    const proxy = await startProxy()
    vi.stubEnv('https_proxy', proxy.host)
    vi.stubEnv('no_proxy', 'elsewhere.test')
    onTestFinished(() => void vi.unstubAllEnvs())
    const setup = { caFile: authorityFile, proxy: 'environment' }
    await connectTo({ ...setup, url: `wss://${farAway}:${port}` }).reaches('live')
    await connectTo({ ...setup, url: `wss://localhost:${port}` }).reaches('live')
    await connectTo({ ...setup, proxy: `http://${proxy.host}`, url: `wss://127.0.0.1:${port}` }).reaches(
      'live',
    )
    expect(proxy.requests).toHaveLength(1)
  })
})

describe('an access token', () => {
  it('is sent to the server as a bearer, and nothing where there is none', async () => {
    const { port, upgrades } = await startServer()
    const with_ = connectTo({ url: `ws://127.0.0.1:${port}`, token: 'tok.en' })
    await with_.reaches('live')
    expect(upgrades[0]?.headers.authorization).toBe('Bearer tok.en')
    expect(with_.warnings).toEqual([])
    await connectTo({ url: `ws://127.0.0.1:${port}` }).reaches('live')
    expect(upgrades[1]?.headers).not.toHaveProperty('authorization')
  })

  it('follows no redirection', async () => {
    const thief = await startServer()
    const location = `Location: ws://127.0.0.1:${thief.port}/`
    const { port } = await startServer(null, `HTTP/1.1 302 Found\r\n${location}\r\nContent-Length: 0\r\n\r\n`)
    const { reason } = await connectTo({ url: `ws://127.0.0.1:${port}`, token: 'T' }).reaches('waiting')
    expect(reason).toBe('The server answered with HTTP 302 instead of opening a WebSocket.')
    expect(thief.upgrades).toEqual([])
  })

  it('that travels in clear to another machine is warned of, once, without being told', async () => {
    const { port } = await startServer()
    const proxy = await startProxy()
    const setup = { url: `ws://${farAway}:${port}`, proxy: `http://${proxy.host}`, token: 'tok.en' }
    const { connection, warnings, reaches } = connectTo(setup)
    await reaches('live')
    connection.apply({ is: 'source-changed' })
    await reaches('live')
    expect(warnings).toEqual([
      expect.stringMatching(/^The access token travels to notify\.test:\d+ unencrypted\./),
    ])
    expect(warnings.join()).not.toContain('tok.en')
  })
})
