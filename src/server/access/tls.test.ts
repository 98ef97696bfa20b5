/** TLS, and a certificate that is renewed while clients are connected. */
import { once } from 'node:events'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { connect as connectTcp } from 'node:net'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createManualClock } from '../../clock/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import {
  authorityFile,
  type CertificateName,
  certificate,
  certificateFile,
} from '../../testing/test-certificates.ts'
import { describeEvent, type Log } from '../log/server-events.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'
import { type AccessOptions, openAccess } from './open-access.ts'
import { describeExpiry, readTlsCertificate } from './tls-certificate.ts'

const ca = readFileSync(authorityFile)
const keyFile = (name: CertificateName): string => certificateFile(name).replace('.pem', '.key.pem')

const defaults: AccessOptions = {
  ...{ bind: '127.0.0.1', demo: true, 'token-file': null, 'allow-origin': [] },
  ...{ 'tls-cert': null, 'tls-key': null },
}

async function startTlsServer(name: CertificateName) {
  const folder = temporaryFolder()
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const use = (other: CertificateName): void => {
    copyFileSync(certificateFile(other), cert)
    copyFileSync(keyFile(other), key)
  }
  use(name)
  const lines: string[] = []
  const clock = createManualClock()
  const opened = openAccess(
    { ...defaults, 'tls-cert': cert, 'tls-key': key },
    { clock, log: (event) => lines.push(describeEvent(event)) },
  )
  const running = await startTestServer({
    clock,
    access: opened.access,
    ...(opened.tls ? { tls: opened.tls } : {}),
  })
  onTestFinished(async () => {
    opened[Symbol.dispose]()
    await running[Symbol.asyncDispose]()
  })
  return { ...running, cert, key, use, lines, reload: () => opened.reload(running.server) }
}

/** Of the certificate that a new connection is shown. */
async function shownFingerprint(port: number): Promise<string> {
  const socket = await new Promise<TLSSocket>((resolve, reject) => {
    const connecting = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () =>
      resolve(connecting),
    )
    connecting.on('error', reject)
  })
  const { fingerprint256 } = socket.getPeerCertificate()
  socket.destroy()
  return fingerprint256
}

test('it is served over TLS alone, and says so', async () => {
  const { server, url } = await startTlsServer('server')
  expect(url).toBe(`wss://127.0.0.1:${server.port}`)
  await using client = await connectTestClient(url, 'alice', { ca })
  expect((await client.ask({ frequency: 5 })).fields['type']).toBe('system')
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow()
  await new Promise((resolve) =>
    new WebSocket(`ws://127.0.0.1:${server.port}/ws/notify/a`).on('error', resolve),
  )
})

test('a renewed certificate is for new connections; those that are open stay', async () => {
  const { server, url, use, reload, lines } = await startTlsServer('server')
  await using client = await connectTestClient(url, 'alice', { ca })
  const before = await shownFingerprint(server.port)
  use('self-signed')
  expect(await shownFingerprint(server.port)).toBe(before)
  reload()
  expect(await shownFingerprint(server.port)).not.toBe(before)
  expect((await client.ask({ frequency: 5 })).fields['type']).toBe('system')
  expect(lines).toEqual(['The certificate was read again'])
})

test.each<[string, (files: { cert: string; key: string }) => void, RegExp]>([
  ['no certificate', ({ cert }) => writeFileSync(cert, 'x'), /cert\.pem holds no certificate in PEM form/],
  ['no key', ({ key }) => writeFileSync(key, 'x'), /key\.pem holds no private key in PEM form/],
  [
    'a key of another',
    ({ key }) => copyFileSync(keyFile('elsewhere'), key),
    /key in .*key\.pem is not that of/,
  ],
])('%s: the certificate of before stays, and the log says so', async (_what, spoil, problem) => {
  const running = await startTlsServer('server')
  const before = await shownFingerprint(running.server.port)
  spoil(running)
  running.reload()
  expect(await shownFingerprint(running.server.port)).toBe(before)
  expect(running.lines).toEqual([expect.stringMatching(problem)])
  expect(running.lines[0]).toMatch(/\. The certificate of before stays in use\.$/)
})

test('what cannot be used is refused at the start, in one sentence', () => {
  const files = { certFile: certificateFile('server'), keyFile: keyFile('server') }
  expect(() => readTlsCertificate({ ...files, keyFile: '/none' })).toThrow(
    /^\/none cannot be read: ENOENT.*\.$/,
  )
  expect(() => readTlsCertificate({ ...files, certFile: files.keyFile })).toThrow(/holds no certificate/)
  expect(() => readTlsCertificate({ ...files, keyFile: files.certFile })).toThrow(/holds no private key/)
  expect(readTlsCertificate(files).cert).toContain('BEGIN CERTIFICATE')
})

test('a certificate whose time is over is used, and said', () => {
  const expired = readTlsCertificate({ certFile: certificateFile('expired'), keyFile: keyFile('expired') })
  const now = Date.UTC(2026, 0)
  expect(describeExpiry(expired, now)).toMatch(/expired on .*2021.*: clients will refuse it/)
  expect(describeExpiry(expired, Date.UTC(2019, 0))).toMatch(/not valid yet/)
  const good = readTlsCertificate({ certFile: certificateFile('server'), keyFile: keyFile('server') })
  expect(describeExpiry(good, now)).toBeNull()
})

test('tokens for other machines without TLS are served with a warning', () => {
  const lines: string[] = []
  const log: Log = (event) => void lines.push(describeEvent(event))
  openAccess({ ...defaults, bind: '0.0.0.0' }, { clock: createManualClock(), log })
  expect(lines).toEqual([expect.stringMatching(/unencrypted .* --tls-cert .* reverse proxy/)])
  openAccess(defaults, { clock: createManualClock(), log })
  expect(lines).toHaveLength(1)
})

test('whoever connects and never begins TLS does not hold up the end', async () => {
  const running = await startTestServer({ tls: certificate('server'), limits: { headersSeconds: 3_600 } })
  const silent = connectTcp(running.server.port, '127.0.0.1')
  const gone = once(silent, 'close')
  await once(silent, 'connect')
  // It was taken before this one.
  await shownFingerprint(running.server.port)
  await running.server.close()
  await gone
})
