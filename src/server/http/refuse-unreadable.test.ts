/** What is no HTTP, or no handshake, is refused with a sentence that says why. */
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { post, publish } from '../testing/http-client.ts'
import { exchangeRaw } from '../testing/raw-exchange.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

const upgrade =
  'GET /ws/notify/a HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'

test.each([
  ['what is no HTTP', 'hello\r\n\r\n', 400, /^That is not a request in HTTP: Invalid method/],
  [
    'headers past 16 KiB',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`,
    431,
    /^The headers are too long/,
  ],
  [
    'half a request',
    'POST /notify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhe',
    400,
    /in the middle/,
  ],
  [
    'another expectation',
    'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: tea\r\n\r\n',
    417,
    /"100-continue" only/,
  ],
  ['a handshake without a key', `${upgrade}Sec-WebSocket-Version: 13\r\n\r\n`, 400, /Sec-WebSocket-Key/],
  [
    'one of another version',
    `${upgrade}${key}Sec-WebSocket-Version: 99\r\n\r\n`,
    400,
    /Sec-WebSocket-Version/,
  ],
])('%s', async (_name, sent, status, detail) => {
  await using running = await startTestServer({ demo: false })
  const { port } = running.server
  const said = (await exchangeRaw({ port, pieces: [Buffer.from(sent)], ending: 'end' })).toString()
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1))).toMatchObject({
    status,
    detail: expect.stringMatching(detail),
  })
  expect(said.includes('Sec-WebSocket-Version: 13')).toBe(sent.includes('Version: 99'))
})

test('what comes behind a request is not refused in the middle of its answer', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const follow = `GET /notify/alice/${id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`
  let said = ''
  const socket = connect(running.server.port, '127.0.0.1').on('data', (chunk) => {
    said += chunk.toString()
  })
  const hasSaid = async (event: string): Promise<void> => {
    while (!said.includes(`event: ${event}`)) await new Promise(setImmediate)
  }
  socket.write(follow)
  await hasSaid('stored')
  socket.write('hello\r\n\r\n')
  // It goes on, to its end.
  await using alice = await connectTestClient(running.url)
  await alice.ask({ action: 'acknowledge', id })
  await hasSaid('acknowledged')
  socket.destroy()
  expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200'])
})

test('what is no handshake makes no client known', async () => {
  await using running = await startTestServer({ demo: false })
  const sent = Buffer.from(`${upgrade}Sec-WebSocket-Version: 13\r\n\r\n`)
  await exchangeRaw({ port: running.server.port, pieces: [sent], ending: 'end' })
  const { json } = await post(running.url, '/notify', 'x')
  expect(json.recipients).toEqual({ online: 0, waiting: 0 })
})
