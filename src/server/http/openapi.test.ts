import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { Receipt } from '../receipts/receipt.ts'
import { post, publish, send } from '../testing/http-client.ts'
import { startTestServer } from '../testing/test-server.ts'
import { Problem } from './answer.ts'
import { PublishAnswer } from './publish-answer.ts'
import { methodsOf, readRoute } from './route.ts'

test('the document is served, and each address in it does what it says', async () => {
  await using running = await startTestServer({ demo: false })
  const { json, headers } = await send(running.url, '/openapi.json')
  expect(headers.get('content-type')).toBe('application/json')
  expect(json.openapi).toBe('3.1.0')
  for (const [path, operations] of Object.entries<object>(json.paths)) {
    const route = readRoute(path.replaceAll(/[{}]/g, ''))
    for (const method of Object.keys(operations)) expect(methodsOf(route)).toContain(method.toUpperCase())
  }
})

test('every reference in it leads somewhere', async () => {
  await using running = await startTestServer({ demo: false })
  const { json, text } = await send(running.url, '/openapi.json')
  const references = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
  expect([...references].toSorted()).toEqual(Object.keys(json.components.schemas).toSorted())
})

test('each operation but those of health says how it is refused, and by which token it is not', async () => {
  await using running = await startTestServer({ demo: false })
  const { json } = await send(running.url, '/openapi.json')
  expect(json.components.securitySchemes).toMatchObject({
    bearer: { type: 'http', scheme: 'bearer' },
    query: { type: 'apiKey', in: 'query', name: 'access_token' },
  })
  const named = json.security.flatMap((requirement: object) => Object.keys(requirement))
  expect(named).toEqual(Object.keys(json.components.securitySchemes))
  for (const [path, operations] of Object.entries<Record<string, { responses: object }>>(json.paths)) {
    for (const { responses } of Object.values(operations)) {
      if (path === '/healthz' || path === '/readyz') continue
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '421']))
    }
  }
})

test('what is answered is as its schema says', async () => {
  await using running = await startTestServer({ demo: false })
  const published = await post(running.url, '/notify/alice', 'x')
  expect(Check(PublishAnswer, published.json)).toBe(true)
  const id = await publish(running.url, '/notify', 'x')
  for (const path of [`/receipts/${id}`, published.headers.get('location') ?? '']) {
    expect(Check(Receipt, (await send(running.url, path)).json)).toBe(true)
  }
  for (const path of ['/nothing', '/ws/notify/alice', '/receipts/notif_0']) {
    expect(Check(Problem, (await send(running.url, path)).json)).toBe(true)
  }
})
