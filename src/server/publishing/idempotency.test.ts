/** Publishing the same request twice: once to the eye. */
import { expect, test } from 'vitest'
import { post, publish } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

const key = (value: string) => ({ 'Idempotency-Key': value })

test('the same request under the same key is one notification, and is answered as before', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url)
  const first = await post(running.url, '/notify/alice', 'Backup done', key('"a1"'))
  const again = await post(running.url, '/notify/alice', 'Backup done', key('a1'))
  expect(again).toMatchObject({ status: 201, json: first.json })
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  const next = await publish(running.url, '/notify/alice', 'next')
  expect((await alice.next()).fields['id']).toBe(first.json.id)
  expect((await alice.next()).fields['id']).toBe(next)
})

test('many at once under one key are one', async () => {
  await using running = await startTestServer({ demo: false })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(running.url, '/notify/alice', 'x', key('k'))),
  )
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
})

test.each([
  ['another text', '/notify/alice', 'y'],
  ['another client', '/notify/bob', 'x'],
  ['everyone', '/notify', 'x'],
])('%s under a key that was used is refused', async (_what, path, body) => {
  await using running = await startTestServer({ demo: false })
  await post(running.url, '/notify/alice', 'x', key('k'))
  const answer = await post(running.url, path, body, key('k'))
  expect(answer).toMatchObject({ status: 422, json: { field: 'Idempotency-Key' } })
  expect(answer.json.detail).toMatch(/another request/)
})

test('a key is kept for a day', async () => {
  await using running = await startTestServer({ demo: false })
  const { json: first } = await post(running.url, '/notify/alice', 'x', key('k'))
  running.clock.advance(24 * 60 * 60 * 1000 - 1)
  expect((await post(running.url, '/notify/alice', 'x', key('k'))).json.id).toBe(first.id)
  running.clock.advance(1)
  expect((await post(running.url, '/notify/alice', 'x', key('k'))).json.id).not.toBe(first.id)
})
