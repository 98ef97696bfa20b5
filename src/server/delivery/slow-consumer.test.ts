/** A client that does not read: it slows nobody, costs little memory, and misses nothing. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { maxUnsentBytes } from '../limiting/server-limits.ts'
import { publish } from '../testing/http-client.ts'
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
