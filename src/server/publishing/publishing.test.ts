/** Publishing over HTTP, seen from a script and from the client that gets it. */
import { request } from 'node:http'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { NotificationFrame } from '../../protocol/notification.ts'
import { maxPublicationBytes } from '../limits.ts'
import { post, publish, send } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

const json = { 'Content-Type': 'application/json' }
const plain = { 'Content-Type': 'text/plain' }
const seedShape = Compile(NotificationFrame)

/** What the client alice gets when this is published to her. */
async function received(
  body: string,
  headers: Readonly<Record<string, string>> = {},
  query = '',
): Promise<Readonly<Record<string, unknown>>> {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url)
  const { status, text } = await post(running.url, `/notify/alice${query}`, body, headers)
  expect({ status, text }).toMatchObject({ status: 201 })
  const { fields } = await alice.next()
  expect(seedShape.Check(fields)).toBe(true)
  return fields
}

test('what curl -d sends arrives as the seed has it, and is answered with its id, recipients and receipt', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url)
  const { status, json, headers } = await post(running.url, '/notify/alice', 'Backup done')
  expect(status).toBe(201)
  expect(json).toEqual({
    id: expect.stringMatching(/^notif_[0-9a-z]{21}$/),
    recipients: { online: 1, waiting: 0 },
  })
  expect(headers.get('location')).toBe(`/notify/alice/${json.id}`)
  expect((await alice.next()).text).toBe(
    `{"type":"info","title":"Info Notification","message":"Backup done","id":"${json.id}","timestamp":"2026-01-01T00:00:00","read":false,"priority":"medium"}`,
  )
})

test('ids are unique and sort as they were published', async () => {
  await using running = await startTestServer({ demo: false })
  const ids: string[] = []
  for (let i = 0; i < 50; i++) ids.push(await publish(running.url, '/notify/alice', 'x'))
  expect(new Set(ids).size).toBe(50)
  expect(ids).toEqual(ids.toSorted())
})

test('a JSON body goes out as it is: its own id and time, its extra fields', async () => {
  const body = {
    type: 'error',
    title: 'Disk',
    message: 'Full',
    id: 'notif_1234',
    timestamp: '2023-07-25T14:45:10.123456',
    read: false,
    error_code: 507,
    retry_allowed: true,
    extra: { host: 'web-1', tags: ['a', 'b'] },
  }
  expect(await received(JSON.stringify(body), json)).toEqual(body)
})

test.each([
  ['info', { priority: 'medium', title: 'Info Notification' }],
  ['warning', { action_required: false, title: 'Warning Notification' }],
  ['error', { error_code: 500, retry_allowed: false, title: 'Error Notification' }],
  ['success', { completion_time: 'unknown', title: 'Success Notification' }],
])('what a JSON %s leaves out is filled in', async (type, filled) => {
  expect(await received(JSON.stringify({ type, message: 'x' }), json)).toMatchObject({
    ...{ type, message: 'x', read: false, ...filled },
    id: expect.stringMatching(/^notif_/),
    timestamp: expect.any(String),
  })
})

test.each<[string, string, Record<string, string>, string, Record<string, unknown>]>([
  [
    'title and type by header',
    'Almost full',
    { ...plain, Title: 'Disk', Type: 'Warning' },
    '',
    { type: 'warning', title: 'Disk', message: 'Almost full' },
  ],
  [
    'extras by header',
    'x',
    { ...plain, Type: 'error', 'Error-Code': '503', 'Retry-Allowed': 'yes' },
    '',
    { error_code: 503, retry_allowed: true },
  ],
  ['priority by header', 'x', { ...plain, Priority: 'high' }, '', { priority: 'high' }],
  ['what a browser means by Priority', 'x', { ...plain, Priority: 'u=1, i' }, '', { priority: 'medium' }],
  [
    'all of it by query',
    'x',
    plain,
    '?type=success&title=Backup&completion_time=3.25s&token=abc',
    { type: 'success', title: 'Backup', completion_time: '3.25s' },
  ],
  ['the query before the headers', 'x', { ...plain, Title: 'header' }, '?title=query', { title: 'query' }],
  ['a message by query alone', '', plain, '?message=Hello', { message: 'Hello' }],
  ['a title alone', '', { ...plain, Title: 'Done' }, '', { title: 'Done', message: '' }],
  ['one line end less', 'Backup done\n', plain, '', { message: 'Backup done' }],
  ['lines', 'one\ntwo\n\n', plain, '', { message: 'one\ntwo\n' }],
  [
    'JSON without saying so',
    '{"type":"success","message":"done"}',
    {},
    '',
    { type: 'success', message: 'done' },
  ],
  ['a text that looks like JSON', '{"disk":90}', {}, '', { message: '{"disk":90}' }],
  ['a text with an equals sign', 'disk=90%', {}, '', { message: 'disk=90%' }],
  [
    'a form',
    'title=Disk+full&message=90%25&type=warning&action-required=true',
    {},
    '',
    { type: 'warning', title: 'Disk full', message: '90%', action_required: true },
  ],
  ['text that says it is text', '{"message":"x"}', plain, '', { message: '{"message":"x"}' }],
  [
    'a JSON type of one’s own',
    '{"message":"x"}',
    { 'Content-Type': 'application/vnd.acme+json; charset=utf-8' },
    '',
    { message: 'x' },
  ],
])('%s', async (_what, body, headers, query, expected) => {
  expect(await received(body, headers, query)).toMatchObject(expected)
})

test('a header in UTF-8, as terminals send it, is read as such', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url)
  const headers = { Title: Buffer.from('Grüße 🔔').toString('latin1'), 'Content-Type': 'text/plain' }
  const sent = request({ port: running.server.port, method: 'POST', path: '/notify/alice', headers })
  // A string would make Node send the headers as UTF-8 of Latin-1.
  sent.end(Buffer.from('x'))
  expect((await alice.next()).fields['title']).toBe('Grüße 🔔')
})

test.each<[string, string, string, Record<string, string>, number, RegExp, string?]>([
  ['no JSON', '/notify/alice', '{"message":', json, 400, /not JSON/],
  ['JSON that is no object', '/notify/alice', '[1]', json, 422, /JSON object/],
  ['JSON null', '/notify/alice', 'null', json, 422, /JSON object/],
  [
    'an unknown type',
    '/notify/alice',
    '{"type":"system","message":"x"}',
    json,
    422,
    /"info", "warning"/,
    'type',
  ],
  [
    'a type that is no text',
    '/notify/alice',
    '{"type":5,"message":"x"}',
    json,
    422,
    /"type" must be one of/,
    'type',
  ],
  [
    'a title of the wrong type',
    '/notify/alice',
    '{"title":5,"message":"x"}',
    json,
    422,
    /"title" must be/,
    'title',
  ],
  [
    'a priority that is none',
    '/notify/alice',
    '{"priority":"urgent","message":"x"}',
    json,
    422,
    /"priority" must be/,
    'priority',
  ],
  [
    'a code that is no number',
    '/notify/alice',
    '{"type":"error","error_code":"x","message":"x"}',
    json,
    422,
    /"error_code" must be/,
    'error_code',
  ],
  [
    'a number that JSON cannot hold',
    '/notify/alice',
    '{"type":"error","error_code":1e999,"message":"x"}',
    json,
    422,
    /"error_code" must be/,
    'error_code',
  ],
  ['an empty id', '/notify/alice', '{"id":"","message":"x"}', json, 422, /"id" must/, 'id'],
  [
    'an id without end',
    '/notify/alice',
    `{"id":"${'x'.repeat(300)}","message":"x"}`,
    json,
    422,
    /"id" must/,
    'id',
  ],
  ['nothing to say', '/notify/alice', '{}', json, 422, /needs a "message" or a "title"/, 'message'],
  ['nothing at all', '/notify/alice', '', {}, 422, /needs a "message"/, 'message'],
  [
    'nesting that overflows a stack',
    '/notify/alice',
    `{"message":"x","a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    json,
    422,
    /deep/,
  ],
  [
    'a header that is no number',
    '/notify/alice',
    'x',
    { ...plain, Type: 'error', 'Error-Code': 'many' },
    422,
    /"error_code" must be a number/,
    'error_code',
  ],
  [
    'a query that is no flag',
    '/notify/alice?type=warning&action_required=perhaps',
    'x',
    plain,
    422,
    /true or false/,
    'action_required',
  ],
  [
    'a body of another type',
    '/notify/alice',
    '<x/>',
    { 'Content-Type': 'application/xml' },
    415,
    /application\/xml/,
  ],
  ['a compressed body', '/notify/alice', 'x', { ...plain, 'Content-Encoding': 'gzip' }, 415, /compressed/],
  ['a client id that is not percent-encoded', '/notify/%E0%A4%A', 'x', plain, 404, /client id/],
  ['another address', '/notify/alice/x/y', 'x', plain, 404, /nothing here/],
  [
    'an empty key',
    '/notify/alice',
    'x',
    { ...plain, 'Idempotency-Key': '""' },
    400,
    /Idempotency-Key/,
    'Idempotency-Key',
  ],
])('%s is refused with what is wrong', async (_what, path, body, headers, status, detail, field) => {
  await using running = await startTestServer({ demo: false })
  const answer = await post(running.url, path, body, headers)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.json).toMatchObject({ status, type: 'about:blank', title: expect.any(String) })
  expect(answer.json.detail).toMatch(detail)
  expect(answer.json.field).toBe(field)
  expect(answer.status).toBe(status)
})

test('a body that is not UTF-8 is refused', async () => {
  await using running = await startTestServer({ demo: false })
  expect((await post(running.url, '/notify/alice', new Uint8Array([0xff, 0xfe]))).status).toBe(400)
})

test('64 KiB are taken, one byte more is refused with 413, announced or not', async () => {
  await using running = await startTestServer({ demo: false })
  const most = 'x'.repeat(maxPublicationBytes)
  expect((await post(running.url, '/notify/alice', most)).status).toBe(201)
  expect((await post(running.url, '/notify/alice', `${most}x`)).status).toBe(413)
  const unannounced = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`${most}x`))
      controller.close()
    },
  })
  const init = { method: 'POST', body: unannounced, duplex: 'half' } as const
  expect((await send(running.url, '/notify/alice', init)).status).toBe(413)
  expect(await publish(running.url, '/notify/alice', 'as before')).toMatch(/^notif_/)
})

test('what an address does not do is said, with what it does', async () => {
  await using running = await startTestServer({ demo: false })
  for (const [method, path, allow] of [
    ['GET', '/notify/alice', 'POST, OPTIONS'],
    ['DELETE', '/notify', 'POST, OPTIONS'],
    ['POST', '/', 'GET, HEAD, OPTIONS'],
    ['PUT', '/notify/alice/notif_1', 'GET, HEAD, OPTIONS'],
  ]) {
    const { status, headers } = await send(running.url, path ?? '', { method: method ?? '' })
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow })
  }
  const options = await send(running.url, '/notify/alice', { method: 'OPTIONS' })
  expect(options).toMatchObject({ status: 204, text: '' })
  expect(options.headers.get('allow')).toBe('POST, OPTIONS')
  const head = await send(running.url, '/', { method: 'HEAD' })
  expect(head).toMatchObject({ status: 200, text: '' })
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100)
})

test('a web page of elsewhere may not publish, one of this server may', async () => {
  await using running = await startTestServer({ demo: false })
  const from = (Origin: string) => post(running.url, '/notify/alice', 'x', { Origin })
  expect(await from('https://example.com')).toMatchObject({ status: 403, json: { field: 'Origin' } })
  expect(await from('null')).toMatchObject({ status: 403 })
  expect(await from(running.url.replace('ws:', 'http:'))).toMatchObject({ status: 201 })
})

test('the front page tells a browser and a terminal how to send the first one, without a script', async () => {
  await using running = await startTestServer({ demo: false })
  const command = `curl -d "Backup done" 127.0.0.1:${running.server.port}/notify/alice`
  expect((await send(running.url, '/')).text).toContain(command)
  const page = await send(running.url, '/', { headers: { Accept: 'text/html,*/*' } })
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(page.text).toContain(command.replaceAll('"', '&quot;'))
  expect(page.text).not.toContain('<script')
})

test('a hostile Host is not put on the front page', async () => {
  await using running = await startTestServer({ demo: false })
  const sent = request({
    ...{ port: running.server.port, path: '/' },
    headers: { Host: '"><script>', Accept: 'text/html' },
  })
  sent.end()
  const [response] = await new Promise<[AsyncIterable<Buffer>]>((resolve) =>
    sent.on('response', (...all) => resolve(all)),
  )
  let text = ''
  for await (const chunk of response) text += chunk.toString()
  expect(text).not.toContain('<script')
})

test('an address whose client id is empty, as of a variable that is not set, is not everyone', async () => {
  await using running = await startTestServer({ demo: false })
  const { status, json } = await post(running.url, '/notify/', 'for one alone')
  expect(status).toBe(404)
  expect(json.detail).toMatch(/needs a client id.*\/notify for everyone/)
})
