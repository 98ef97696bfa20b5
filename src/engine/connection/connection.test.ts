/** Servers that cannot be met, or not yet: what is said, and how long the next attempt waits. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { connectTo, startServer } from './connection-under-test.ts'

describe('a server that cannot be met', () => {
  it('because its name does not resolve is said so', async () => {
    const { reason, retryAt, since } = await connectTo({ url: 'wss://nowhere.invalid' }).reaches('waiting')
    expect(reason).toMatch(/^The name of the server cannot be (found|looked up)/)
    expect(retryAt - since).toBeLessThanOrEqual(2_000)
  })

  it('because its port is closed is said so', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    server.close()
    await once(server, 'close')
    if (typeof address !== 'object' || address === null) throw new Error('a TCP server has a port')
    for (const host of ['127.0.0.1', 'localhost']) {
      const { reason } = await connectTo({ url: `ws://${host}:${address.port}` }).reaches('waiting')
      expect(reason).toBe('Nothing answers at that address: is the server running?')
    }
  })

  it.each([
    ['401 Who', 'The server does not let us in (HTTP 401): it wants an access token.', 60_000, true],
    ['403 No', 'The server does not let us in (HTTP 403).', 60_000, true],
    [
      '404 Not Found',
      'The server has no notifications at that address (HTTP 404): check the path.',
      60_000,
      false,
    ],
    ['429 Slow\r\nRetry-After: 17', 'The server asks us to come less often (HTTP 429).', 17_000, true],
    ['500 Oh', 'The server has a fault of its own (HTTP 500).', 5_000, false],
    ['503 Busy', 'The server has a fault of its own (HTTP 503).', 5_000, true],
  ])('because it answers %s waits as it should', async (head, reason, atLeastMs, isServersWish) => {
    const { port } = await startServer(null, `HTTP/1.1 ${head}\r\nContent-Length: 0\r\n\r\n`)
    const waiting = await connectTo({ url: `ws://127.0.0.1:${port}` }).reaches('waiting')
    expect(waiting).toMatchObject({ reason, isServersWish })
    expect(waiting.retryAt - waiting.since).toBe(Math.max(1_500, Math.round(atLeastMs * 1.1)))
  })
})

describe('an attempt that is given up while it is prepared', () => {
  it('leaves no socket behind, and the next one is the only one', async () => {
    const { port, upgrades } = await startServer()
    const token = Promise.withResolvers<string>()
    const setup = { url: `ws://127.0.0.1:${port}`, token: token.promise }
    const { connection, reaches } = connectTo(setup)
    for (let times = 0; times < 5; times++) {
      // By now the attempt waits for its token.
      await nextTurn()
      connection.apply({ is: 'source-changed' })
    }
    await nextTurn()
    token.resolve('T')
    await reaches('live')
    expect(upgrades).toHaveLength(1)
  })
})
