/** What browsers of web pages of elsewhere are told, with tokens. */
import { expect, test } from 'vitest'
import { post, send } from '../testing/http-client.ts'
import { startTokenServer } from '../testing/token-server.ts'
import { tryUpgrade } from '../testing/try-upgrade.ts'

const rights = { ci: { publish: ['*'], subscribe: ['*'] } }
const app = 'https://app.example'
const allowed = 'access-control-allow-origin'

test('without a list no page of elsewhere gets in, not even with a token', async () => {
  await using running = await startTokenServer(rights)
  const headers = { ...running.bearer('ci'), Origin: app }
  const answer = await post(running.url, '/notify/alice', 'x', headers)
  expect(answer).toMatchObject({ status: 403, json: { field: 'Origin' } })
  expect([answer.headers.get(allowed), answer.headers.get('vary')]).toEqual([null, null])
  expect((await tryUpgrade(running.url, '/ws/notify/alice', { headers })).status).toBe(403)
  const query = `access_token=${running.tokens.secret('ci')}`
  expect((await tryUpgrade(running.url, `/ws/notify/alice?${query}`, { origin: app })).status).toBe(403)
  // As to one that knows no token: it learns nothing about it.
  expect((await tryUpgrade(running.url, '/ws/notify/alice', { origin: app })).status).toBe(403)
})

test('a page that is listed may publish, connect, and read answers and refusals', async () => {
  await using running = await startTokenServer(rights, { allowedOrigins: [app] })
  const headers = { ...running.bearer('ci'), Origin: app }
  const answers = [
    await post(running.url, '/notify/alice', 'x', headers),
    await post(running.url, '/notify/alice', '', headers),
    await post(running.url, '/notify/alice', 'x', { Origin: app }),
    await send(running.url, '/notify/alice/none', { headers }),
    await send(running.url, '/nothing', { headers }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 422, 401, 404, 404])
  for (const answer of answers) {
    expect(answer.headers.get(allowed)).toBe(app)
    expect(answer.headers.get('vary')).toBe('Origin')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  }
  expect(answers[0]?.headers.get('access-control-expose-headers')).toMatch(/Location.*Retry-After/)
  const query = `access_token=${running.tokens.secret('ci')}`
  expect((await tryUpgrade(running.url, `/ws/notify/alice?${query}`, { origin: app })).status).toBe(101)
  expect((await tryUpgrade(running.url, '/ws/notify/alice', { origin: app })).status).toBe(401)
})

test('events are told to a page that is listed', async () => {
  await using running = await startTokenServer(rights, { allowedOrigins: [app] })
  const headers = { ...running.bearer('ci'), Origin: app }
  const { json } = await post(running.url, '/notify/alice', 'x', headers)
  const following = await fetch(`${running.url.replace('ws:', 'http:')}/notify/alice/${json.id}/events`, {
    headers,
  })
  expect(following.headers.get(allowed)).toBe(app)
  await following.body?.cancel()
})

test('a browser that asks first is told what a listed page may send, and another one nothing', async () => {
  await using running = await startTokenServer(rights, { allowedOrigins: [app] })
  const ask = (origin: string) =>
    send(running.url, '/notify/alice', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization',
      },
    })
  const answer = await ask(app)
  expect(answer.status).toBe(204)
  expect(answer.headers.get(allowed)).toBe(app)
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST')
  const names = answer.headers.get('access-control-allow-headers')?.split(', ') ?? []
  for (const name of ['authorization', 'content-type', 'idempotency-key', 'title', 'error-code'])
    expect(names).toContain(name)
  const other = await ask('https://evil.example')
  expect([other.headers.get(allowed), other.headers.get('access-control-allow-headers')]).toEqual([
    null,
    null,
  ])
  expect(other.headers.get('vary')).toBe('Origin')
})

test('a star is for every page', async () => {
  await using running = await startTokenServer(rights, { allowedOrigins: ['*'] })
  const answer = await post(running.url, '/notify/alice', 'x', { ...running.bearer('ci'), Origin: 'null' })
  expect([answer.status, answer.headers.get(allowed)]).toEqual([201, '*'])
})
