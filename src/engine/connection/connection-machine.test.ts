import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'
import { noAnswerReason, settledAfterMs, stepConnection } from './connection-machine.ts'
import type { ConnectionInput, ConnectionState } from './connection-state.ts'

const start: ConnectionState = { phase: 'disconnected', since: 0, reason: '' }

/** Runs inputs, each with the time at which it comes; `random` 0.5 throughout. */
function run(inputs: readonly (readonly [number, ConnectionInput])[], from: ConnectionState = start) {
  let state = from
  let effects: readonly { do: string; timer?: string; delayMs?: number }[] = []
  for (const [now, input] of inputs) {
    const step = stepConnection(state, input, { now, random: () => 0.5 })
    state = step.state
    effects = step.effects
  }
  return { state, did: effects.filter((effect) => effect.do !== 'stop-timer') }
}

const connect = [0, { is: 'connect-requested' }] as const
const opened = [10, { is: 'opened' }] as const
const closedAt = (now: number) =>
  [now, { is: 'closed', reason: 'R', retryAfterMs: 0, isServersWish: false }] as const

describe('the connection', () => {
  it('opens, with a time limit, when asked to', () => {
    const { state, did } = run([connect])
    expect(state).toEqual({ phase: 'connecting', since: 0, failures: 0 })
    expect(did).toEqual([{ do: 'start-timer', timer: 'open', delayMs: 15_000 }, { do: 'open' }])
  })

  it('sends its configuration first of all once it is open (fact 3)', () => {
    const { state, did } = run([connect, opened])
    expect(state.phase).toBe('live')
    expect(did).toContainEqual({ do: 'send-configuration' })
    expect(did).toContainEqual({ do: 'start-timer', timer: 'ping', delayMs: 20_000 })
  })

  it('waits longer after each failure, and starts over after a good connection', () => {
    const first = run([connect, closedAt(1)]).state
    expect(first).toEqual({
      phase: 'waiting',
      since: 1,
      failures: 1,
      retryAt: 1 + 1_500,
      reason: 'R',
      isServersWish: false,
    })
    const retry = [2_000, { is: 'timer-fired', timer: 'retry' }] as const
    const second = run([retry, closedAt(2_001)], first).state
    expect(second).toMatchObject({ phase: 'waiting', failures: 2, retryAt: 2_001 + 2_500 })
    const shortLived = run(
      [retry, [3_000, { is: 'opened' }], closedAt(3_000 + settledAfterMs - 1)],
      second,
    ).state
    expect(shortLived).toMatchObject({ phase: 'waiting', failures: 3 })
    const good = run([retry, [3_000, { is: 'opened' }], closedAt(3_000 + settledAfterMs)], second).state
    expect(good).toMatchObject({ phase: 'waiting', failures: 1 })
  })

  it('retries after a clean close too, and at once when asked', () => {
    const waiting = run([connect, opened, closedAt(60_000)]).state
    expect(run([[60_001, { is: 'retry-requested' }]], waiting).did).toContainEqual({ do: 'open' })
    expect(run([[60_001, { is: 'connect-requested' }]], waiting).did).toContainEqual({ do: 'open' })
  })

  it('waits at least as long as the server asks', () => {
    const busy = { is: 'closed', reason: 'R', retryAfterMs: 60_000, isServersWish: true } as const
    expect(run([connect, [1, busy]]).state).toMatchObject({ phase: 'waiting', retryAt: 1 + 66_000 })
  })

  it('stays disconnected when the user said so', () => {
    const { state, did } = run([connect, opened, [20, { is: 'disconnect-requested' }]])
    expect(state).toEqual({ phase: 'disconnected', since: 20, reason: '' })
    expect(did).toEqual([{ do: 'close' }])
    expect(
      run(
        [[30, { is: 'retry-requested' }], [40, { is: 'timer-fired', timer: 'retry' }], closedAt(50)],
        state,
      ),
    ).toEqual({
      state,
      did: [],
    })
  })

  it('gives up an opening that takes too long', () => {
    const { state, did } = run([connect, [15_000, { is: 'timer-fired', timer: 'open' }]])
    expect(state.phase).toBe('waiting')
    expect(did[0]).toEqual({ do: 'terminate' })
  })

  it('tells its state on an address that cannot be used, and does not hammer it', () => {
    const { state, did } = run([connect, [1, { is: 'source-unusable', reason: 'No address.' }]])
    expect(state).toEqual({ phase: 'disconnected', since: 1, reason: 'No address.' })
    expect(did).toEqual([{ do: 'close' }])
    expect(run([[2, { is: 'source-changed' }]], state).state.phase).toBe('connecting')
    const byWish = run([connect, [1, { is: 'disconnect-requested' }], [2, { is: 'source-changed' }]])
    expect(byWish.state).toMatchObject({ phase: 'disconnected', since: 1 })
  })
})

describe('the heartbeat (fact 9)', () => {
  const ping = [20_010, { is: 'timer-fired', timer: 'ping' }] as const
  const pongDue = [30_010, { is: 'timer-fired', timer: 'pong' }] as const

  it('pings every 20 s and takes 10 s of silence for death', () => {
    expect(run([connect, opened, ping]).did).toEqual([
      { do: 'ping' },
      { do: 'start-timer', timer: 'pong', delayMs: 10_000 },
      { do: 'start-timer', timer: 'ping', delayMs: 20_000 },
    ])
    const { state, did } = run([connect, opened, ping, pongDue])
    expect(state).toMatchObject({ phase: 'waiting', reason: noAnswerReason })
    expect(did[0]).toEqual({ do: 'terminate' })
  })

  it('takes any frame for life, from a server that never answers pings', () => {
    const { state } = run([connect, opened, ping, [25_000, { is: 'heard', answers: false }], pongDue])
    expect(state.phase).toBe('live')
  })
})

describe('after a sleep', () => {
  const woke = [3_600_000, { is: 'woke' }] as const

  it('an open socket is probed at once, and given 3 s', () => {
    expect(run([connect, opened, woke]).did).toContainEqual({
      do: 'start-timer',
      timer: 'pong',
      delayMs: 3_000,
    })
    const dead = run([connect, opened, woke, [3_603_000, { is: 'timer-fired', timer: 'pong' }]])
    expect(dead.state).toMatchObject({ phase: 'waiting', reason: noAnswerReason })
    expect(dead.did[0]).toEqual({ do: 'terminate' })
  })

  it('further hints do not put off the end of a dead socket', () => {
    const again = run([connect, opened, woke, [3_602_000, { is: 'woke' }]])
    expect(again.did).toEqual([])
    const ping = [20_010, { is: 'timer-fired', timer: 'ping' }] as const
    const sooner = run([connect, opened, ping, [21_000, { is: 'woke' }]])
    expect(sooner.did).toContainEqual({ do: 'start-timer', timer: 'pong', delayMs: 3_000 })
  })

  it('an attempt from before it is made anew, and a fresh one left alone', () => {
    const { state, did } = run([connect, woke])
    expect(state).toEqual({ phase: 'connecting', since: woke[0], failures: 0 })
    expect(did.map((effect) => effect.do)).toEqual(['terminate', 'start-timer', 'open'])
    expect(run([connect, [14_999, { is: 'woke' }]]).did).toEqual([])
  })

  it('a wait is over, and a wish to be disconnected is kept', () => {
    expect(run([connect, closedAt(1), woke]).state.phase).toBe('connecting')
    expect(run([connect, [5, { is: 'disconnect-requested' }], woke])).toMatchObject({
      state: { phase: 'disconnected' },
      did: [],
    })
  })
})

describe('a wait that the server asked for', () => {
  const sentAway = { is: 'closed', reason: 'R', retryAfterMs: 60_000, isServersWish: true } as const
  const { state: waiting } = run([connect, [1_000, sentAway]])
  const retryAt = 1_000 + 66_000

  it('is ended by no hint, only by its time or by the user', () => {
    expect(waiting).toMatchObject({ phase: 'waiting', retryAt, isServersWish: true })
    expect(run([[2_000, { is: 'woke' }]], waiting).state).toBe(waiting)
    const connects = (input: ConnectionInput) => run([[2_000, input]], waiting).state.phase === 'connecting'
    expect(connects({ is: 'retry-requested' })).toBe(true)
    expect(connects({ is: 'connect-requested' })).toBe(true)
    expect(connects({ is: 'timer-fired', timer: 'retry' })).toBe(true)
  })

  it('is measured by the wall clock, though timers stand still while the machine sleeps', () => {
    expect(run([[40_000, { is: 'woke' }]], waiting).did).toEqual([
      { do: 'start-timer', timer: 'retry', delayMs: retryAt - 40_000 },
    ])
    expect(run([[retryAt, { is: 'woke' }]], waiting).state.phase).toBe('connecting')
  })
})

describe('changing the frequency', () => {
  const changed = [1_000, { is: 'frequency-changed' }] as const
  const due = [3_000, { is: 'timer-fired', timer: 'frequency-answer' }] as const

  it('is sent on the open socket, and answered by a system message', () => {
    expect(run([connect, opened, changed]).did).toEqual([
      { do: 'send-configuration' },
      { do: 'start-timer', timer: 'frequency-answer', delayMs: 2_000 },
    ])
    const { state, did } = run([connect, opened, changed, [1_500, { is: 'heard', answers: true }], due])
    expect([state.phase, did]).toEqual(['live', []])
  })

  it('is sent in the window of a new connection where nothing answers, once', () => {
    const { state, did } = run([connect, opened, changed, [1_500, { is: 'heard', answers: false }], due])
    expect(state.phase).toBe('connecting')
    expect(did.map((effect) => effect.do)).toEqual(['close', 'start-timer', 'open'])
    const again = run(
      [
        [3_100, { is: 'opened' }],
        [5_200, { is: 'timer-fired', timer: 'frequency-answer' }],
      ],
      state,
    )
    expect(again.state.phase).toBe('live')
  })

  it('waits for the next connection while there is none', () => {
    expect(run([connect, changed])).toMatchObject({ state: { phase: 'connecting' }, did: [] })
  })
})

describe('backoff', () => {
  it('is drawn between 1 s and a ceiling that doubles up to 30 s', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 100, 5_000].map((failures) => backoffMs(failures, () => 0.999_999_9))
    expect(ceilings).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000])
    expect(backoffMs(5_000, () => 0)).toBe(1_000)
  })
})
