/**
 * The engine against the server's own mock: what servers do on purpose. What happens to the bytes on their way is in
 * `src/engine/connection/faults.test.ts`.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import { backoffLimits } from '../engine/connection/backoff.ts'
import { memorySettings, startEngine } from '../engine/engine-under-test.ts'
import type { Fault } from '../server/mock/scenario/fault-schemas.ts'
import { startTestServer } from '../server/testing/test-server.ts'

type Phase = ConnectionView['phase']
type Waiting = Extract<ConnectionView, { phase: 'waiting' }>

/** At a frequency of a second one notification at least is made in this. */
const oneIntervalMs = 1_200

/** Connected or on its way, at a frequency of a second. */
async function startAgainstMock(...faults: readonly Fault[]) {
  const clock = createManualClock()
  const server = await startTestServer({ clock, scenario: { seed: 1, faults } })
  onTestFinished(() => server[Symbol.asyncDispose]())
  const settings = memorySettings({ source: server.url, clientId: 'alice', frequencySeconds: 1 })
  const app = startEngine({ source: server.url, clock, settings })

  const rows = () =>
    app.changes.flatMap((change) => (change.kind === 'notifications-arrived' ? change.rows : []))
  const activity = (kind: string): string[] =>
    app.changes
      .flatMap((change) => (change.kind === 'activity-logged' ? change.entries : []))
      .filter((entry) => entry.kind === kind)
      .map((entry) => entry.text)
  const phase = (): Phase => app.engine.view.connection.phase

  /** Waits for the so manieth connection on which the server has answered the configuration: from then on it sends. */
  async function isServed(times: number): Promise<void> {
    await app.until(() => activity('system').filter((text) => text.startsWith('Frequency')).length >= times)
  }

  async function fails(): Promise<Waiting> {
    await app.until(() => phase() === 'waiting')
    const { connection } = app.engine.view
    if (connection.phase !== 'waiting') throw new Error('unreachable')
    return connection
  }

  async function delivers(): Promise<void> {
    const before = rows().length
    clock.advance(oneIntervalMs)
    await app.until(() => rows().length > before)
  }

  /** The wait that is shown is the wait that is kept; then it is live on the connection of that number, and stays so. */
  async function recovers(served: number, { withinMs = 2_000 } = {}): Promise<void> {
    const { since, retryAt } = await fails()
    clock.advance(retryAt - clock.now() - 1)
    expect(phase()).toBe('waiting')
    clock.advance(1)
    expect(phase()).toBe('connecting')
    await isServed(served)
    expect(clock.now() - since).toBeLessThanOrEqual(withinMs)
    for (let count = 0; count < 5; count++) await delivers()
    expect(phase()).toBe('live')
  }

  void app.engine.handlers.connect({})
  return { app, clock, server, rows, activity, phase, isServed, fails, delivers, recovers }
}

describe('a server that closes', () => {
  it.each([
    [1008, 'The server refused us (1008).', 60_000],
    [4401, 'The server does not know us (4401): it wants a token.', 60_000],
    [4403, 'The server does not let us in (4403).', 60_000],
    [1012, 'The server is restarting (1012).', 5_000],
    [1013, 'The server asks us to try again later (1013).', 5_000],
  ])(
    'with code %i is left alone for as long as that asks, whatever hints come',
    async (code, reason, atLeastMs) => {
      const mock = await startAgainstMock({ fault: 'close', when: { nth: 1 }, connection: 1, code })
      await mock.isServed(1)
      await mock.delivers()
      const waiting = await mock.fails()
      expect(waiting.reason).toBe(reason)
      expect(waiting.retryAt - waiting.since).toBeGreaterThanOrEqual(atLeastMs)
      mock.clock.advance(1_000)
      mock.app.engine.woke()
      expect(mock.phase()).toBe('waiting')
      await mock.recovers(2, { withinMs: atLeastMs * 1.2 })
    },
  )

  it('for no reason is met again within two seconds', async () => {
    const mock = await startAgainstMock({ fault: 'close', when: { nth: 1 }, connection: 1, code: 1000 })
    await mock.isServed(1)
    await mock.delivers()
    expect((await mock.fails()).reason).toBe('The server ended the connection.')
    await mock.recovers(2)
  })

  it('because it wants peace is asked again at once when the user says so', async () => {
    const mock = await startAgainstMock({ fault: 'close', when: { nth: 1 }, connection: 1, code: 1008 })
    await mock.isServed(1)
    await mock.delivers()
    await mock.fails()
    await mock.app.engine.handlers.retryNow({})
    await mock.isServed(2)
    await mock.delivers()
  })
})

describe('a server that refuses', () => {
  it.each<[status: number, retryAfterSeconds: number | null, reason: RegExp, atLeastMs: number]>([
    [503, null, /HTTP 503/, 5_000],
    [503, 120, /HTTP 503/, 120_000],
    [401, null, /does not let us in \(HTTP 401\)/, 60_000],
    [404, null, /check the path/, 60_000],
    [429, 7, /less often \(HTTP 429\)/, 7_000],
    [302, null, /HTTP 302 instead of opening/, 60_000],
    [200, null, /HTTP 200 instead of opening/, 60_000],
  ])(
    'with %i and Retry-After %j gives its reason, and its wait',
    async (status, seconds, reason, atLeastMs) => {
      const retryAfter = seconds === null ? {} : { retryAfterSeconds: seconds }
      const mock = await startAgainstMock({ fault: 'refuse', when: { first: 1 }, status, ...retryAfter })
      const waiting = await mock.fails()
      expect(waiting).toMatchObject({ attempt: 1, reason: expect.stringMatching(reason) })
      expect(waiting.retryAt - waiting.since).toBeGreaterThanOrEqual(atLeastMs)
      await mock.recovers(1, { withinMs: 1.2 * atLeastMs })
    },
  )

  it('again and again is tried again each time, and live at the first try that is let in', async () => {
    const mock = await startAgainstMock({ fault: 'refuse', when: { first: 6 }, status: 500 })
    for (let attempt = 1; attempt < 6; attempt++) {
      const waiting = await mock.fails()
      expect(waiting.attempt).toBe(attempt)
      mock.clock.advance(waiting.retryAt - mock.clock.now())
      expect(mock.phase()).toBe('connecting')
    }
    await mock.recovers(1, { withinMs: backoffLimits.maxMs })
  })
})

it('a server that falls silent is found out within 30 s, and served again by the next connection', async () => {
  const mock = await startAgainstMock({ fault: 'half-open', when: { nth: 3 }, connection: 1 })
  await mock.isServed(1)
  while (mock.rows().length < 3) await mock.delivers()
  for (let second = 0; mock.phase() === 'live'; second++) {
    expect(second).toBeLessThan(31)
    mock.clock.advance(1_000)
    await nextTurn()
  }
  expect((await mock.fails()).reason).toBe('The server no longer answers.')
  expect(mock.rows()).toHaveLength(3)
  await mock.recovers(2)
})

it('frames of every malformed kind are survived: what comes between and after is taken as ever', async () => {
  const { app, clock, rows, activity, phase, isServed, fails } = await startAgainstMock({
    ...{ fault: 'malformed', when: { every: 2 } },
  })
  /** Every frame is taken, or not understood, or it ends the connection. */
  const outcomes = (): number => rows().length + activity('rejected').length + (phase() === 'live' ? 0 : 1)
  let served = 1
  await isServed(served)
  for (let interval = 0; interval < 60; interval++) {
    const before = outcomes()
    clock.advance(oneIntervalMs)
    await app.until(() => outcomes() > before)
    if (phase() === 'live') continue
    // One of more than 1 MiB ends the connection, as the wire's limit says.
    const { reason, retryAt } = await fails()
    expect(reason).toMatch(/1 MiB/)
    clock.advance(retryAt - clock.now())
    served += 1
    await isServed(served)
  }
  expect(served).toBeGreaterThan(1)
  for (const kind of ['not JSON', 'not an object', 'binary', 'empty']) {
    expect(activity('rejected')).toContainEqual(`A frame was not understood: ${kind}.`)
  }
  expect(rows().some(({ foreignType }) => foreignType === 'critical')).toBe(true)
  expect(rows().filter(({ foreignType }) => foreignType === null).length).toBeGreaterThan(25)
})

describe('an acknowledgement', () => {
  async function acknowledges(fault: Fault) {
    const mock = await startAgainstMock(fault)
    await mock.isServed(1)
    await mock.delivers()
    const [row] = mock.rows()
    const rowId = row?.rowId ?? 0
    await mock.app.engine.handlers.markAsRead({ rowIds: [rowId] })
    // Answered after the acknowledgement was: the server keeps the order.
    await mock.app.engine.handlers.changeSettings({ frequencySeconds: 30 })
    await mock.isServed(2)
    const state = async () => (await mock.app.engine.handlers.getNotification({ rowId }))?.acknowledgement
    return {
      ...mock,
      state,
      isRead: async () => (await mock.app.engine.handlers.getNotification({ rowId }))?.readAt !== null,
    }
  }

  it('that is confirmed late is sent until then, and confirmed', async () => {
    const { app, clock, state } = await acknowledges({
      ...{ fault: 'acknowledgement', when: { first: 1 }, answer: 'late', ms: [4_000, 4_000] },
    })
    expect(await state()).toBe('sent')
    clock.advance(4_000)
    await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'confirmed',
    )
    expect(await state()).toBe('confirmed')
  })

  it('that is never confirmed is said to be so after three tries, and stays read here', async () => {
    const { clock, state, isRead } = await acknowledges({ fault: 'acknowledgement', answer: 'never' })
    for (let second = 0; second < 40; second++) {
      clock.advance(1_000)
      await nextTurn()
    }
    expect(await state()).toBe('unconfirmed')
    expect(await isRead()).toBe(true)
  })

  it('of one that the server does not know waits no longer', async () => {
    const { app, state } = await acknowledges({ fault: 'acknowledgement', answer: 'not-found' })
    await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'unconfirmed',
    )
    expect(await state()).toBe('unconfirmed')
  })
})

it('a server that ignores a later frequency is asked anew in the window, once', async () => {
  const mock = await startAgainstMock({ fault: 'ignore-frequency' })
  await mock.isServed(1)
  await mock.delivers()
  await mock.app.engine.handlers.changeSettings({ frequencySeconds: 2 })
  mock.clock.advance(2_000)
  await mock.isServed(2)
  expect(mock.activity('system').filter((text) => text.startsWith('Frequency'))).toEqual([
    'Frequency set to 1.0 seconds',
    'Frequency set to 2.0 seconds',
  ])
})
