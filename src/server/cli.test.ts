/** The command as a user runs it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
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
