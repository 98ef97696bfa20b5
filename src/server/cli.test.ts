/** The command as a user runs it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { authorityFile, certificateFile } from '../testing/test-certificates.ts'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

const start = (...args: string[]) =>
  spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

/** What the command printed, and how it ended. */
async function run(...args: string[]) {
  const child = start(...args)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { stdout, stderr, code }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it prints one line when it is ready; %s closes every client with 1012 and ends it with 0',
  async (signal) => {
    const child = start('--port', '0')
    const lines: string[] = []
    const output = createInterface(child.stdout).on('line', (line) => lines.push(line))
    await once(output, 'line')
    const url = /^Listening on (ws:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0] ?? '')?.[1]
    const client = await connectTestClient(url ?? '')
    expect((await client.ask({ frequency: 2 })).fields['message']).toBe('Frequency set to 2.0 seconds')
    const ended = once(child, 'close')
    child.kill(signal)
    expect((await client.closed).code).toBe(1012)
    expect(await ended).toEqual([0, null])
    expect(lines).toHaveLength(1)
  },
)

test('a token that the command made opens a connection over TLS, until it is revoked and SIGHUP is sent', async () => {
  const file = join(temporaryFolder(), 'tokens.json')
  const made = await run('token', 'create', '--name', 'a', '--subscribe', 'alice', '--token-file', file)
  const files = [
    '--tls-cert',
    certificateFile('server'),
    '--tls-key',
    certificateFile('server').replace('.pem', '.key.pem'),
  ]
  const child = start('--port', '0', '--bind', '0.0.0.0', '--token-file', file, ...files)
  const printed = text(child.stderr)
  const [line]: string[] = await once(createInterface(child.stdout), 'line')
  const port = /^Listening on wss:\/\/0\.0\.0\.0:(\d+)$/.exec(line ?? '')?.[1]
  const client = await connectTestClient(`wss://127.0.0.1:${port}`, 'alice', {
    ca: readFileSync(authorityFile),
    headers: { Authorization: `Bearer ${made.stdout.trim()}` },
  })
  writeFileSync(file, '{"tokens": []}')
  child.kill('SIGHUP')
  expect((await client.closed).code).toBe(4401)
  child.kill('SIGTERM')
  await once(child, 'close')
  expect(await printed).toContain('The certificate was read again')
  expect(await printed).not.toContain('tocsin_')
})

test('SIGHUP with nothing to read again ends nothing', async () => {
  const child = start('--port', '0')
  const [line]: string[] = await once(createInterface(child.stdout), 'line')
  child.kill('SIGHUP')
  await using client = await connectTestClient(line?.replace('Listening on ', '') ?? '')
  expect((await client.ask({ frequency: 5 })).fields['type']).toBe('system')
  child.kill('SIGTERM')
  expect(await once(child, 'close')).toEqual([0, null])
})

test('a token file that others may read ends with 1 and one line on stderr', async () => {
  const file = join(temporaryFolder(), 'tokens.json')
  writeFileSync(file, '{"tokens": []}')
  chmodSync(file, 0o644)
  const { stdout, stderr, code } = await run('--port', '0', '--token-file', file)
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
  expect(stderr).toMatch(/^tocsin-server: The token file .* chmod 600 it\.\n$/)
})

test('a bad flag ends with 2 and one line on stderr', async () => {
  const { stdout, stderr, code } = await run('--colour')
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(/^tocsin-server: .+\n$/)
})

test('a scenario that is wrong ends with 2 and one line on stderr', async () => {
  const { stdout, stderr, code } = await run('--port', '0', '--scenario', cli)
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(/^tocsin-server: .+cli\.ts: it is not JSON: .+\n$/)
})

test('a port that is taken ends with 1 and one line on stderr', async () => {
  await using running = await startTestServer()
  const { stdout, stderr, code } = await run('--port', String(running.server.port))
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
  expect(stderr).toMatch(/^tocsin-server: Port \d+ on 127\.0\.0\.1 is taken.+\n$/)
})

test('help and version', async () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const [help, version] = await Promise.all([run('--help'), run('--version')])
  expect(help).toMatchObject({ stderr: '', code: 0, stdout: expect.stringContaining('Usage: tocsin-server') })
  expect(version).toEqual({ stdout: `${manifest.version}\n`, stderr: '', code: 0 })
})
