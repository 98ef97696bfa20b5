/** Who gets in with which token, over real HTTP and real sockets. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { pingEveryMs, storeLimits } from '../limits.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { post, send } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTokenServer } from '../testing/token-server.ts'
import { tryUpgrade } from '../testing/try-upgrade.ts'

const rights = {
  ci: { publish: ['team-*', 'alice'] },
  alice: { subscribe: ['alice'] },
  boss: { publish_to_everyone: true },
  old: { publish: ['*'], subscribe: ['*'], expires: '1970-01-01T00:00:00Z' },
}

test('without a token, or with one that is not known, nothing is let in: 401, and how to ask', async () => {
  await using running = await startTokenServer(rights)
  const stranger = running.tokens.secret('stranger')
  const given: [Record<string, string>, RegExp, RegExp][] = [
    [{}, /^Bearer realm="Tocsin"$/, /wants an access token/],
    [{ Authorization: 'Basic Y2k6Y2k=' }, /^Bearer realm="Tocsin"$/, /wants an access token/],
    [{ Authorization: `Bearer ${stranger}` }, /error="invalid_token"/, /is not known here/],
    [{ Authorization: 'Bearer guess' }, /error="invalid_token"/, /is not known here/],
    [running.bearer('old'), /error="invalid_token".*expired/, /has expired/],
  ]
  for (const [headers, challenge, detail] of given) {
    for (const path of ['/notify/alice', '/notify']) {
      const answer = await post(running.url, path, 'x', headers)
      expect(answer).toMatchObject({ status: 401, json: { detail: expect.stringMatching(detail) } })
      expect(answer.headers.get('www-authenticate')).toMatch(challenge)
    }
    for (const path of ['/notify/alice/x', '/notify/alice/x/events', '/receipts/x', '/receipts/x/events']) {
      expect(await send(running.url, path, { headers })).toMatchObject({ status: 401 })
    }
    const upgrade = await tryUpgrade(running.url, '/ws/notify/alice', { headers })
    expect(upgrade).toMatchObject({ status: 401, text: expect.stringMatching(detail) })
    expect(upgrade.headers['www-authenticate']).toMatch(challenge)
  }
  expect(running.server.clientCount).toBe(0)
})

test('what is no secret needs none', async () => {
  await using running = await startTokenServer(rights)
  const page = await send(running.url, '/')
  expect(page.status).toBe(200)
  expect(page.text).toContain('curl -H "Authorization: Bearer $TOCSIN_TOKEN" -d')
  expect((await send(running.url, '/openapi.json')).status).toBe(200)
})

test('a token reaches as far as its rights, and past them is 403', async () => {
  await using running = await startTokenServer(rights)
  const publish = async (name: string, path: string) =>
    (await post(running.url, path, 'x', running.bearer(name))).status
  expect(await publish('ci', '/notify/team-a')).toBe(201)
  expect(await publish('ci', '/notify/alice')).toBe(201)
  expect(await publish('ci', '/notify/alice%20')).toBe(403)
  expect(await publish('ci', '/notify/bob')).toBe(403)
  expect(await publish('ci', '/notify')).toBe(403)
  expect(await publish('alice', '/notify/alice')).toBe(403)
  expect(await publish('boss', '/notify')).toBe(201)
  expect(await publish('boss', '/notify/alice')).toBe(403)
  const upgrade = (name: string, path: string) =>
    tryUpgrade(running.url, path, { headers: running.bearer(name) })
  expect((await upgrade('alice', '/ws/notify/alice')).status).toBe(101)
  expect((await upgrade('alice', '/ws/notify/%61lice')).status).toBe(101)
  for (const [name, path] of [
    ['alice', '/ws/notify/bob'],
    ['ci', '/ws/notify/alice'],
    ['boss', '/ws/notify/alice'],
  ] as const) {
    const answer = await upgrade(name, path)
    expect(answer).toMatchObject({
      status: 403,
      text: expect.stringContaining(`\\"${name}\\" may not connect as`),
    })
    expect(answer.headers['www-authenticate']).toMatch(/error="insufficient_scope"/)
  }
})

test('a receipt is for who may publish to the client, and for the client', async () => {
  await using running = await startTokenServer({ ...rights, bob: { subscribe: ['bob'] } })
  const toAlice = await post(running.url, '/notify/alice', 'x', running.bearer('ci'))
  const toAll = await post(running.url, '/notify', 'x', running.bearer('boss'))
  const look = async (name: string, path: string) =>
    (await send(running.url, path, { headers: running.bearer(name) })).status
  const receipt = `/notify/alice/${toAlice.json.id}`
  expect([await look('ci', receipt), await look('alice', receipt)]).toEqual([200, 200])
  expect([await look('bob', receipt), await look('boss', receipt)]).toEqual([403, 403])
  const ofAll = `/receipts/${toAll.json.id}`
  expect([await look('boss', ofAll), await look('ci', ofAll), await look('alice', ofAll)]).toEqual([
    200, 403, 403,
  ])
})

test('browsers may put it into the query, and nobody may send two', async () => {
  await using running = await startTokenServer(rights)
  const query = `access_token=${running.tokens.secret('alice')}`
  expect((await tryUpgrade(running.url, `/ws/notify/alice?${query}`)).status).toBe(101)
  expect((await tryUpgrade(running.url, `/ws/notify/bob?${query}`)).status).toBe(403)
  const both = await tryUpgrade(running.url, `/ws/notify/alice?${query}`, {
    headers: running.bearer('alice'),
  })
  expect(both).toMatchObject({ status: 400, text: expect.stringContaining('more than once') })
  expect(both.headers['www-authenticate']).toMatch(/error="invalid_request"/)
  const published = await post(running.url, `/notify/alice?access_token=${running.tokens.secret('ci')}`, 'x')
  expect(published.status).toBe(201)
})

test('who is refused is told before the body is sent, and who is not is asked for it', async () => {
  await using running = await startTokenServer(rights)
  const ask = async (authorization: string): Promise<string> => {
    const socket = connect(running.server.port, '127.0.0.1')
    const type = 'Content-Type: text/plain\r\nContent-Length: 2'
    socket.write(
      `POST /notify/alice HTTP/1.1\r\nHost: x\r\n${type}\r\n${authorization}\r\nExpect: 100-continue\r\n\r\n`,
    )
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
      if (said.endsWith('100 Continue\r\n\r\n')) socket.write('hi')
      else if (said.includes('HTTP/1.1 201')) socket.end()
    })
    await once(socket, 'close')
    return said
  }
  const refused = await ask('Authorization: Bearer none')
  expect(refused).toMatch(/^HTTP\/1\.1 401 /)
  // Nobody knows whether the body comes after all: it must not be taken for a request.
  expect(refused).toMatch(/^Connection: close\r$/im)
  expect(await ask(`Authorization: Bearer ${running.tokens.secret('ci')}`)).toMatch(
    /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /,
  )
})

test('a client refused was never there: what is sent to everyone does not wait for it', async () => {
  await using running = await startTokenServer(rights)
  await tryUpgrade(running.url, '/ws/notify/bob', { headers: running.bearer('alice') })
  const answer = await post(running.url, '/notify', 'x', running.bearer('boss'))
  expect(answer.json.recipients).toEqual({ online: 0, waiting: 0 })
})

test('a token that is revoked closes what it opened, and nothing else', async () => {
  await using running = await startTokenServer({ ...rights, bob: { subscribe: ['bob'] } })
  await using alice = await connectTestClient(running.url, 'alice', { headers: running.bearer('alice') })
  await using bob = await connectTestClient(running.url, 'bob', { headers: running.bearer('bob') })
  running.change({ bob: { subscribe: ['bob', 'alice'] } })
  expect(await alice.closed).toEqual({ code: 4401, reason: 'The access token was revoked' })
  expect(
    (await tryUpgrade(running.url, '/ws/notify/alice', { headers: running.bearer('alice') })).status,
  ).toBe(401)
  expect((await bob.ask({ frequency: 5 })).fields['type']).toBe('system')
})

test('another token of the same name is another token', async () => {
  await using running = await startTokenServer(rights)
  await using alice = await connectTestClient(running.url, 'alice', { headers: running.bearer('alice') })
  running.change({ alice2: { subscribe: ['alice'] } })
  expect((await alice.closed).code).toBe(4401)
})

test('a right that is taken closes with 4403', async () => {
  await using running = await startTokenServer(rights)
  await using alice = await connectTestClient(running.url, 'alice', { headers: running.bearer('alice') })
  running.change({ ...rights, alice: { subscribe: ['bob'] } })
  expect((await alice.closed).code).toBe(4403)
})

test('a token that expires closes what it opened, by the next beat', async () => {
  await using running = await startTokenServer({})
  const { clock } = running
  running.change({
    alice: { subscribe: ['alice'], expires: new Date(clock.now() + pingEveryMs).toISOString() },
  })
  await using alice = await connectTestClient(running.url, 'alice', { headers: running.bearer('alice') })
  clock.advance(pingEveryMs)
  expect(await alice.closed).toEqual({ code: 4401, reason: 'The access token has expired' })
})

test('a token that is revoked while its upgrade is under way opens nothing', async () => {
  const clock = createManualClock()
  const real = await openSqliteStore({ file: null, limits: storeLimits, clock })
  // Between the permission and the answer, the store is asked.
  const store: Store = {
    ...real,
    enter(...asked) {
      running.change({})
      return real.enter(...asked)
    },
  }
  await using running = await startTokenServer(rights, { store, clock })
  const answer = await tryUpgrade(running.url, '/ws/notify/alice', { headers: running.bearer('alice') })
  expect(answer.status).toBe(401)
  expect(running.lines.filter((line) => line.includes('connected'))).toEqual([])
})

test('a stream of events ends with its token', async () => {
  await using running = await startTokenServer(rights)
  const { json } = await post(running.url, '/notify/alice', 'x', running.bearer('ci'))
  const url = running.url.replace('ws:', 'http:')
  const following = await fetch(`${url}/notify/alice/${json.id}/events`, { headers: running.bearer('ci') })
  const reader = following.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: stored')
  running.change({})
  await expect(reader?.read()).rejects.toThrow()
})

test('an Idempotency-Key is the own one of each token', async () => {
  await using running = await startTokenServer({ ci: { publish: ['*'] }, other: { publish: ['*'] } })
  const send = (name: string, message: string) =>
    post(running.url, '/notify/alice', message, { ...running.bearer(name), 'Idempotency-Key': '1' })
  const first = await send('ci', 'x')
  expect((await send('ci', 'x')).json.id).toBe(first.json.id)
  expect(await send('ci', 'y')).toMatchObject({ status: 422 })
  // Neither the id of another's notification nor that there is one.
  const others = await send('other', 'x')
  expect(others.status).toBe(201)
  expect(others.json.id).not.toBe(first.json.id)
  expect((await send('other', 'y')).status).toBe(422)
})
