/** The configuration window and the frequency, seen from a client. */
import { expect, test } from 'vitest'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

/** A message whose answer shows that nothing was sent before it, and that changes nothing. */
const fence = { action: 'acknowledge', id: 'fence' }
const fenceAnswer = { fields: { type: 'system', message: 'Notification fence not found' } }

test('with no configuration within 2 s, notifications come every 5 s from then on', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  running.clock.advance(2000)
  running.clock.advance(4999)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(1)
  expect((await client.next()).fields['id']).toMatch(/^notif_\d{4}$/)
  running.clock.advance(4999)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(1)
  expect((await client.next()).fields['id']).toMatch(/^notif_\d{4}$/)
})

test('a configuration in the window is answered word for word, and starts its frequency at once', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  const { fields } = await client.ask({ frequency: 5.0 })
  expect(fields).toEqual({
    type: 'system',
    message: 'Frequency set to 5.0 seconds',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$/),
  })
  await client.ask({ frequency: 1 })
  running.clock.advance(1000) // Well before the window would have closed.
  expect((await client.next()).fields).toMatchObject({ read: false, id: expect.any(String) })
})

test('an acknowledgement first is answered, and the window goes on', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  running.clock.advance(1500)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(5499)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(1) // 2 s of window and 5 s of default
  expect((await client.next()).fields).toMatchObject({ read: false })
})

test('a later configuration applies at once: the next notification is rescheduled', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  await client.ask({ frequency: 30 })
  running.clock.advance(10_000)
  expect((await client.ask({ frequency: 2.5 })).fields['message']).toBe('Frequency set to 2.5 seconds')
  running.clock.advance(2499)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(1)
  expect((await client.next()).fields).toMatchObject({ read: false })
})

test('out of range: the nearest bound is applied, and the message says so', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  expect((await client.ask({ frequency: 100 })).fields['message']).toBe(
    'Frequency set to 30.0 seconds: 100.0 is outside the range 1.0 to 30.0',
  )
  expect((await client.ask({ frequency: 0 })).fields['message']).toBe(
    'Frequency set to 1.0 seconds: 0.0 is outside the range 1.0 to 30.0',
  )
  running.clock.advance(1000)
  expect((await client.next()).fields).toMatchObject({ read: false })
})

test.each(['"5"', 'null', 'true', '{}', '[5]'])(
  'the frequency %s is no number: the message says what was wrong, and nothing changes',
  async (frequency) => {
    await using running = await startTestServer()
    await using client = await connectTestClient(running.url)
    await client.ask({ frequency: 10 })
    running.clock.advance(6000)
    client.socket.send(`{"frequency": ${frequency}}`)
    expect((await client.next()).fields).toMatchObject({
      type: 'system',
      message: expect.stringMatching(/^The frequency must be a number of seconds, and .+ is not$/),
    })
    running.clock.advance(3999)
    expect(await client.ask(fence)).toMatchObject(fenceAnswer)
    running.clock.advance(1)
    expect((await client.next()).fields).toMatchObject({ read: false })
  },
)

test('NaN, which Python writes and JSON does not know, is answered too', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  client.socket.send('{"frequency": NaN}')
  expect((await client.next()).fields['message']).toBe('That message is not JSON')
})

test('intervals jitter by no more than 20 % either way', async () => {
  const draws = { shortest: 0, longest: 1 - Number.EPSILON }
  let draw = draws.shortest
  await using running = await startTestServer({ random: () => draw })
  await using client = await connectTestClient(running.url)
  await client.ask({ frequency: 10 })
  running.clock.advance(7999)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(1)
  await client.next()
  draw = draws.longest
  await client.ask({ frequency: 10 })
  running.clock.advance(11_998)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
  running.clock.advance(2)
  expect((await client.next()).fields).toMatchObject({ read: false })
})

test('without the demo nothing is generated, and configurations are answered all the same', async () => {
  await using running = await startTestServer({ demo: false })
  await using client = await connectTestClient(running.url)
  expect((await client.ask({ frequency: 1 })).fields['message']).toBe('Frequency set to 1.0 seconds')
  running.clock.advance(29_000)
  expect(await client.ask(fence)).toMatchObject(fenceAnswer)
})

test('every connection has a stream of its own, also with a client id in common', async () => {
  await using running = await startTestServer()
  await using fast = await connectTestClient(running.url, 'alice')
  await using slow = await connectTestClient(running.url, 'alice')
  await fast.ask({ frequency: 1 })
  await slow.ask({ frequency: 3 })
  running.clock.advance(3000)
  const ofFast = [await fast.next(), await fast.next(), await fast.next(), await fast.ask(fence)]
  const ofSlow = [await slow.next(), await slow.ask(fence)]
  expect([...ofFast, ...ofSlow].map(({ fields }) => fields['type'] === 'system')).toEqual([
    ...[false, false, false, true],
    ...[false, true],
  ])
})
