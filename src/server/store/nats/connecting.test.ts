/** How a node gets to NATS: from before it is there, with what it asks for, and with words for what is in the way. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { freePort } from '../../../testing/free-port.ts'
import { authorityFile, certificateFile } from '../../../testing/test-certificates.ts'
import { describeEvent, type ServerEvent } from '../../log/server-events.ts'
import { post } from '../../testing/http-client.ts'
import {
  missing,
  openNode,
  patience,
  settingsFor,
  startTestNats,
  whenReady,
} from '../../testing/nats-cluster.ts'
import { draftOf } from '../../testing/store-contract.ts'
import { connectionOptions } from './connect-to-nats.ts'
import { delayMs } from './keep-connected.ts'
import type { NatsSettings } from './nats-settings.ts'

async function managerOf(url: string) {
  const nc = await connect(connectionOptions(settingsFor([url])))
  onTestFinished(() => nc.close())
  return jetstreamManager(nc)
}

/** @returns what it logs until it has said why it cannot connect */
async function refusal(settings: NatsSettings): Promise<string> {
  const lines: string[] = []
  const log = (event: ServerEvent): void => void lines.push(describeEvent(event))
  const store = await openNode({ settings, log })
  await expect.poll(() => lines.length, patience).toBeGreaterThan(0)
  await expect(store.append(draftOf('alice', 'a'))).rejects.toThrow(/NATS .+: try again in a moment/)
  await expect(store.enter('alice', 0)).rejects.toThrow(/NATS/)
  return lines.join('\n')
}

test('an address has scheme, user and password; a user alone is a token', () => {
  const options = connectionOptions(settingsFor(['tls://al%40ice:s3%2Fcret@one:4222', 'nats://two:4223/']))
  expect(options).toMatchObject({
    servers: ['one:4222', 'two:4223'],
    user: 'al@ice',
    pass: 's3/cret',
    tls: {},
  })
  expect(connectionOptions(settingsFor(['nats://t0ken@one']))).toMatchObject({
    servers: ['one'],
    token: 't0ken',
  })
  const plain = connectionOptions(settingsFor(['nats://one:4222']))
  expect(plain).not.toHaveProperty('tls')
  expect(plain).not.toHaveProperty('user')
})

test('each try waits longer, up to a bound, and never the same for all', () => {
  const delays = [0, 1, 2, 10, 1_000].map((failures) => delayMs(failures, () => 0))
  expect(delays).toEqual([125, 250, 500, 2_500, 2_500])
  expect(delayMs(1_000, () => 0.999)).toBeCloseTo(5_000, -2)
})

test('a NATS that is not there is named once, with why, however often it is tried', async () => {
  expect(await refusal(settingsFor([`nats://127.0.0.1:${await freePort()}`]))).toMatch(
    /^NATS cannot be used: .*refused.*; trying again until it works$/i,
  )
})

describe.skipIf(missing !== null)('a real nats-server', () => {
  test('that asks for a user gets it, and says that it is the wrong one', async () => {
    const nats = await startTestNats({
      configuration: 'authorization { user: "al@ice", password: "s3/cret" }',
    })
    const at = (login: string) => settingsFor([nats.url.replace('//', `//${login}@`)])
    const said = await refusal(at('al%40ice:wr0ng'))
    expect(said).toMatch(/it refuses this user: look at the address of --nats/)
    expect(said).not.toContain('wr0ng')
    await whenReady(await openNode({ settings: at('al%40ice:s3%2Fcret') }))
  })

  test('that has a certificate of its own authority is trusted with --nats-ca alone', async () => {
    const files = `cert_file: "${certificateFile('server')}", key_file: "${certificateFile('server').replace('.pem', '.key.pem')}"`
    const nats = await startTestNats({ configuration: `tls { ${files} }` })
    const servers = [nats.url.replace('nats:', 'tls:')]
    expect(await refusal(settingsFor(servers))).toMatch(/certificate/)
    const tls = { caFile: authorityFile, certFile: null, keyFile: null }
    await whenReady(await openNode({ settings: settingsFor(servers, { tls }) }))
  })

  test('that allows what docs/many-nodes.md names, and nothing else, is enough', async () => {
    const publish = '["tocsin.log", "tocsin.checkpoint.>", "$JS.API.>"]'
    const permissions = `{ publish: ${publish}, subscribe: ["_INBOX.>"] }`
    const nats = await startTestNats({
      configuration: `authorization { users: [{ user: "u", password: "p", permissions: ${permissions} }] }`,
    })
    const clock = createManualClock()
    const events: string[] = []
    const settings = settingsFor([nats.url.replace('//', '//u:p@')])
    const store = await openNode({ settings, clock, log: ({ event }) => void events.push(event) })
    await whenReady(store)
    await store.append(draftOf('alice', 'a', { publishedAtMs: clock.now() }))
    expect((await store.enter('alice', clock.now())).heads.own).toBe(1)
    // Past the first look at checkpoints: one is written.
    clock.advance(60 * 60 * 1000)
    const jsm = await managerOf(nats.url.replace('//', '//u:p@'))
    await expect
      .poll(async () => (await jsm.streams.info('tocsin-checkpoints')).state.messages, patience)
      .toBe(2)
    expect(events).toEqual(['nats-connected'])
  })

  test('without JetStream is told so', async () => {
    const nats = await startTestNats({ jetStream: false })
    expect(await refusal(settingsFor([nats.url]))).toMatch(/it has no JetStream: start nats-server with -js/)
  })

  test(
    'that comes later is waited for by the command, which answers 503 until then',
    async () => {
      const port = await freePort()
      const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))
      const args = ['--port', '0', '--no-demo', '--nats', `nats://user:s3cret@127.0.0.1:${port}`]
      const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
      onTestFinished(() => void child.kill('SIGKILL'))
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
      const [line] = await once(createInterface(child.stdout), 'line')
      const url = String(line).replace('Listening on ', '')
      const refused = await post(url, '/notify/alice', 'too early')
      expect(refused.status).toBe(503)
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
      await startTestNats({ port })
      await expect.poll(async () => (await post(url, '/notify/alice', 'hello')).status, patience).toBe(201)
      child.kill('SIGTERM')
      expect(await once(child, 'exit')).toEqual([0, null])
      expect(said).toContain('NATS cannot be used')
      expect(said).not.toContain('s3cret')
    },
    patience.timeout * 2,
  )
})
