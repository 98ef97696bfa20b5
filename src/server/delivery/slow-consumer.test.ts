/** A client that does not read: it slows nobody, costs little memory, and misses nothing. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { maxUnsentBytes } from '../limiting/server-limits.ts'
import { publish } from '../testing/http-client.ts'
import { connectListeningClient } from '../testing/listening-client.ts'
import { watchStalls } from '../testing/stalls.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

test('one that reads nothing is left to the store, and gets everything in order once it reads', async () => {
  await using running = await startTestServer({ demo: false })
  await using slow = await connectTestClient(running.url, 'slow')
  await using quick = await connectTestClient(running.url, 'quick')
  slow.socket.pause()
  const text = randomBytes(24 * 1024).toString('hex')
  const sent: string[] = []
  // 20 MB: more than the system's buffers and the server's bound hold together.
  for (let i = 0; i < 400; i++) sent.push(await publish(running.url, '/notify', text))
  for (const id of sent) expect((await quick.next()).fields['id']).toBe(id)
  expect(running.server.unsentBytes).toBeLessThan(4 * maxUnsentBytes)
  slow.socket.resume()
  for (const id of sent) expect((await slow.next()).fields['id']).toBe(id)
  const last = await publish(running.url, '/notify', 'live again')
  expect((await slow.next()).fields['id']).toBe(last)
  expect((await quick.next()).fields['id']).toBe(last)
})

test('one that goes away in the middle of what waits is let go', async () => {
  await using running = await startTestServer({ demo: false })
  const text = randomBytes(24 * 1024).toString('hex')
  for (let i = 0; i < 300; i++) await publish(running.url, '/notify/slow', text)
  const slow = await connectTestClient(running.url, 'slow')
  slow.socket.pause()
  await publish(running.url, '/notify/slow', 'one more')
  slow.socket.terminate()
  await running.logged('"slow" left')
  expect(running.server.clientCount).toBe(0)
})

test('many that read nothing share one bound, the others notice nothing, and each gets everything in order', async () => {
  using stalls = watchStalls()
  const unsentBytes = 1024 * 1024
  await using running = await startTestServer({ demo: false, limits: { unsentBytes } })
  const connect = (clientId: string, resume: string | null) =>
    connectListeningClient({ url: running.url, clientId, resume })
  const quick = await connect('quick', null)
  // Known, and away.
  await (await connect('late', null)).drop()
  const stalled = []
  for (let i = 0; i < 12; i++) {
    const client = await connect(`stalled ${i}`, i % 2 === 0 ? 'new' : null)
    stalls.stall(client.port)
    stalled.push(client)
  }
  const text = randomBytes(24 * 1024).toString('hex')
  const sent: string[] = []
  for (let i = 0; i < 40; i++) {
    const id = await publish(running.url, '/notify', text)
    sent.push(id)
    await quick.receives(id)
    expect(running.server.unsentBytes).toBeLessThan(unsentBytes)
  }
  // Each alone would have had more: twelve times 256 KiB.
  expect(running.server.unsentBytes).toBeGreaterThan(unsentBytes / 4)
  const late = await connect('late', null)
  await late.receives(sent.at(-1) ?? '')
  stalls.drainAll()
  for (const client of [quick, late, ...stalled]) {
    await client.receives(sent.at(-1) ?? '')
    expect(client.received.map(({ id }) => id)).toEqual(sent)
    await client.drop()
  }
})

test('made up notifications are left out for one that is behind', async () => {
  using stalls = watchStalls()
  await using running = await startTestServer({ demo: true })
  const client = await connectListeningClient({ url: running.url, clientId: 'slow', resume: null })
  running.clock.advance(20_000)
  stalls.stall(client.port)
  const text = randomBytes(24 * 1024).toString('hex')
  let last = ''
  for (let i = 0; i < 8; i++) last = await publish(running.url, '/notify/slow', text)
  const before = running.server.unsentBytes
  expect(before).toBeGreaterThan(maxUnsentBytes)
  // Short of the heartbeat.
  running.clock.advance(9_000)
  expect(running.server.unsentBytes).toBe(before)
  stalls.drainAll()
  await client.receives(last)
  await client.drop()
})

test('what waits is forgotten with the connection', async () => {
  using stalls = watchStalls()
  await using running = await startTestServer({ demo: false, limits: { unsentBytes: 1024 * 1024 } })
  const text = randomBytes(24 * 1024).toString('hex')
  // Each time most of what there is: were it not given back, the third would get nothing.
  for (let i = 0; i < 3; i++) {
    const client = await connectListeningClient({ url: running.url, clientId: `${i}`, resume: null })
    stalls.stall(client.port)
    let last = ''
    for (let j = 0; j < 12; j++) last = await publish(running.url, `/notify/${i}`, text)
    expect(running.server.unsentBytes).toBeGreaterThan(maxUnsentBytes)
    await client.drop()
    await running.logged(`"${i}" left`)
    const again = await connectListeningClient({ url: running.url, clientId: `${i}`, resume: null })
    await again.receives(last)
    await again.drop()
  }
})
