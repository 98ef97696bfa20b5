/** Stopping for a restart: who has asked is answered, what was answered is there, and nobody can hold it up. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { storeLimits } from './limits.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import type { Draft, ReceiptRequest } from './store/store.ts'
import { post, publish, send } from './testing/http-client.ts'
import { connectListeningClient } from './testing/listening-client.ts'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

async function startProcess(dataDir: string) {
  const args = [cli, '--port', '0', '--no-demo', '--data-dir', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, url: String(line).replace('Listening on ', '') }
}

/** A server whose store stores when the test says so. */
async function startHeld() {
  const clock = createManualClock()
  const store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const held = {
    ...store,
    clientCount: 0,
    async append(draft: Draft) {
      ask()
      await released
      return store.append(draft)
    },
  }
  const running = await startTestServer({ store: held, clock, demo: false })
  return { running, asked, release }
}

test('a request under way is answered, and what it published is delivered, before clients are closed', async () => {
  const { running, asked, release } = await startHeld()
  const alice = await connectTestClient(running.url)
  const answer = post(running.url, '/notify/alice', 'in the last moment')
  await asked
  const drained = running.server.drain(8_000)
  release()
  const { status, headers } = await answer
  expect({ status, connection: headers.get('connection') }).toEqual({ status: 201, connection: 'close' })
  expect((await alice.next()).fields['message']).toBe('in the last moment')
  expect(await alice.closed).toEqual({ code: 1012, reason: 'The server is shutting down' })
  await drained
  expect(running.clock.timerCount).toBe(0)
})

test('nobody new comes in', async () => {
  const { running, asked, release } = await startHeld()
  const answer = post(running.url, '/notify/alice', 'x')
  await asked
  const drained = running.server.drain(8_000)
  await expect(post(running.url, '/notify/alice', 'too late')).rejects.toThrow()
  await expect(connectTestClient(running.url)).rejects.toThrow()
  release()
  expect((await answer).status).toBe(201)
  await drained
})

test('a client that waits to be let in is refused, whatever it waits for', async () => {
  const clock = createManualClock()
  const store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const held = {
    ...{ ...store, clientCount: 0 },
    enter() {
      ask()
      return new Promise<never>(() => {})
    },
  }
  const running = await startTestServer({ store: held, clock, demo: false })
  const refused = connectTestClient(running.url)
  await asked
  const drained = running.server.drain(8_000)
  await expect(refused).rejects.toThrow('503')
  await drained
  expect(clock.timerCount).toBe(0)
})

test('who waits for an acknowledgement is told what is known', async () => {
  const clock = createManualClock()
  const store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  const { promise: bothCame, resolve } = Promise.withResolvers<void>()
  let count = 0
  const counting = {
    ...{ ...store, clientCount: 0 },
    receipt(wanted: ReceiptRequest) {
      count += 1
      if (count === 2) resolve()
      return store.receipt(wanted)
    },
  }
  const running = await startTestServer({ store: counting, clock, demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const waiting = send(running.url, `/notify/alice/${id}?wait=30`)
  const events = send(running.url, `/notify/alice/${id}/events`)
  await bothCame
  await running.server.drain(8_000)
  expect(await waiting).toMatchObject({ status: 200, json: { acknowledged: 0 } })
  expect((await events).text).toContain('event: stored')
})

test('a request that never ends, and a client that never reads, hold it up for its time and no longer', async () => {
  const running = await startTestServer({ demo: false })
  const alice = await connectTestClient(running.url)
  alice.socket.pause()
  const socket = connect(running.server.port, '127.0.0.1').on('error', () => {})
  socket.write('POST /notify/alice HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n')
  await once(socket, 'data') // Go on, it says: the request has begun.
  socket.write('half')
  const gone = new Promise((resolve) => socket.on('close', resolve))
  const drained = running.server.drain(8_000)
  running.clock.advance(3_999)
  expect(socket.destroyed).toBe(false)
  running.clock.advance(1)
  await gone
  await running.logged('Closing "alice" with 1012')
  running.clock.advance(3_999)
  expect(running.server.clientCount).toBe(1)
  running.clock.advance(1)
  await drained
  expect(running.clock.timerCount).toBe(0)
  alice.socket.terminate()
})

/** Over one connection that is kept alive, as publishers do. @returns the messages that were answered with 201 */
async function publishUntilGone(url: string, sender: string, onPublished: () => void): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const published: string[] = []
  for (let i = 0; ; i++) {
    const message = `${sender} ${i}`
    const answer = await postBy(agent, url, message).catch(() => null)
    if (answer === null) break
    expect(answer).toMatchObject({ status: 201 })
    published.push(message)
    onPublished()
  }
  agent.destroy()
  return published
}

async function postBy(agent: Agent, url: string, message: string) {
  const asked = request(`${url.replace('ws:', 'http:')}/notify/alice`, { method: 'POST', agent })
  asked.end(message)
  const [response] = await once(asked, 'response')
  return { status: response.statusCode, body: await text(response) }
}

test('a restart under load: what was answered is delivered, in order and once', {
  timeout: 60_000,
}, async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const first = await startProcess(dataDir)
  const ended = once(first.child, 'exit')
  let count = 0
  const onPublished = (): void => {
    count += 1
    if (count === 300) first.child.kill('SIGTERM')
  }
  const senders = Array.from({ length: 8 }, (_, index) => `sender ${index}:`)
  const published = await Promise.all(
    senders.map((sender) => publishUntilGone(first.url, sender, onPublished)),
  )
  expect(await ended).toEqual([0, null])

  const second = await startProcess(dataDir)
  const alice = await connectListeningClient({ url: second.url, clientId: 'alice', resume: null })
  await alice.receives(await publish(second.url, '/notify/alice', 'last'))
  const received = alice.received.map(({ message }) => message)
  // Not one more: nobody was cut off between being stored and being answered.
  for (const [index, sender] of senders.entries()) {
    expect(received.filter((message) => message.startsWith(sender))).toEqual(published[index])
  }
  await alice.drop()
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})

test('a second signal ends it at once', { timeout: 60_000 }, async () => {
  const { child, url } = await startProcess(join(temporaryFolder(), 'data'))
  const alice = await connectTestClient(url)
  alice.socket.pause() // It will not answer the closing.
  const ended = once(child, 'exit')
  const log = createInterface(child.stderr)
  const stopping = new Promise((resolve) =>
    log.on('line', (line) => line.includes('"draining"') && resolve(line)),
  )
  child.kill('SIGTERM')
  await stopping
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
  alice.socket.terminate()
})

test('nobody reads the log any more: it serves, and ends all the same', { timeout: 60_000 }, async () => {
  const { child, url } = await startProcess(join(temporaryFolder(), 'data'))
  child.stderr.destroy()
  for (let i = 0; i < 5; i++) (await connectTestClient(url)).socket.terminate()
  expect((await send(url, '/healthz')).status).toBe(200)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
