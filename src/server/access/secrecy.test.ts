/** A token is in no log line, no answer and no address that the server gives out; nor is its hash. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { post, send } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTokenServer } from '../testing/token-server.ts'
import { tryUpgrade } from '../testing/try-upgrade.ts'
import { digestOf, makeAccessToken } from './access-token.ts'

test('neither good nor bad tokens are told, whatever way they came', async () => {
  await using running = await startTokenServer({
    all: { publish: ['*'], subscribe: ['*'], publish_to_everyone: true },
    weak: {},
    old: { publish: ['*'], subscribe: ['*'], expires: '1970-01-01T00:00:00Z' },
  })
  const { url, tokens } = running
  const secrets = [
    ...['all', 'weak', 'old'].map(tokens.secret),
    makeAccessToken(randomBytes),
    'tocsin_a+b/c=',
  ]
  const told: string[] = []
  for (const secret of secrets) {
    const query = `access_token=${encodeURIComponent(secret)}`
    const bearer = { Authorization: `Bearer ${secret}` }
    for (const path of [
      '/',
      '/openapi.json',
      '/nothing',
      '/notify/%',
      '/notify/alice/none',
      '/receipts/none',
      '/ws/notify/',
    ]) {
      const [asQuery, asHeader] = [
        await send(url, `${path}?${query}`),
        await send(url, path, { headers: bearer }),
      ]
      told.push(asQuery.text, asHeader.text, JSON.stringify([...asQuery.headers, ...asHeader.headers]))
    }
    for (const path of ['/notify', '/notify/alice']) {
      for (const body of ['x', '{', '{"type":7,"title":"x"}', 'x'.repeat(70_000)]) {
        const answers = [
          await post(url, `${path}?${query}`, body),
          await post(url, path, body, bearer),
          await post(url, `${path}?${query}&error_code=x`, body, bearer),
        ]
        for (const { text: answer, headers } of answers) told.push(answer, JSON.stringify([...headers]))
      }
    }
    const upgrades = [
      await tryUpgrade(url, `/ws/notify/alice?${query}`),
      await tryUpgrade(url, `/ws/notify/?${query}`),
      await tryUpgrade(url, '/ws/notify/alice', { headers: bearer }),
      await tryUpgrade(url, '/ws/notify/alice', { headers: { ...bearer, 'Tocsin-Resume': secret } }),
    ]
    for (const answer of upgrades) told.push(answer.text, JSON.stringify(answer.headers))
    // What is no HTTP.
    told.push(
      await text(connect(running.server.port, '127.0.0.1').end(`GET /?${query}\r\nBearer ${secret}\r\n\r\n`)),
    )
  }
  // What breaks while it is connected.
  const client = await connectTestClient(url, 'alice', { headers: running.bearer('all') })
  client.socket.send(Buffer.alloc(100_000))
  await client.closed
  // With its query encoded into the path, by mistake.
  await using again = await connectTestClient(url, `alice?access_token=${tokens.secret('old')}`, {
    headers: running.bearer('all'),
  })
  running.change({})
  told.push((await again.closed).reason)
  expect(running.lines.length).toBeGreaterThan(10)
  expect(running.lines.join('\n')).toContain('4401')
  const said = [...running.lines, ...told].join('\n')
  for (const secret of secrets) {
    expect(said).not.toContain(secret)
    expect(said).not.toContain(encodeURIComponent(secret))
    expect(said).not.toContain(digestOf(secret).toString('hex'))
  }
})
