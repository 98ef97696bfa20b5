/** The connection machine under any sequence of inputs, and in a world where timers fire when they are due. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heartbeat } from '../../protocol/limits.ts'
import { backoffLimits } from './backoff.ts'
import { openTimeoutMs, stepConnection, wokenAnswerMs } from './connection-machine.ts'
import type { ConnectionEffect, ConnectionInput, ConnectionState, TimerName } from './connection-state.ts'

/** What `connection.ts` has at hand, without a socket: the timers that run, and whether a socket may be open. */
type World = {
  now: number
  state: ConnectionState
  readonly dueAt: Map<TimerName, number>
  mayBeOpen: boolean
  /** When the server was last heard on this connection. */
  heardAt: number
}

const startWorld = (): World => ({
  now: 1_000_000,
  state: { phase: 'disconnected', since: 1_000_000, reason: '' },
  dueAt: new Map(),
  mayBeOpen: false,
  heardAt: 0,
})

function carryOut(world: World, effect: ConnectionEffect): void {
  switch (effect.do) {
    case 'open':
      expect(world.mayBeOpen, 'a second socket beside one that may be open').toBe(false)
      expect(world.state.phase).toBe('connecting')
      world.mayBeOpen = true
      return
    case 'close':
    case 'terminate':
      world.mayBeOpen = false
      return
    case 'ping':
    case 'send-configuration':
      expect(world.state.phase).toBe('live')
      return
    case 'start-timer':
      expect(effect.delayMs).toBeGreaterThan(0)
      world.dueAt.set(effect.timer, world.now + effect.delayMs)
      return
    case 'stop-timer':
      world.dueAt.delete(effect.timer)
  }
}

function apply(world: World, input: ConnectionInput, random: number): void {
  if (input.is === 'timer-fired') world.dueAt.delete(input.timer)
  if (input.is === 'closed') world.mayBeOpen = false
  const step = stepConnection(world.state, input, { now: world.now, random: () => random })
  world.state = step.state
  for (const effect of step.effects) carryOut(world, effect)
  if (input.is === 'opened' || input.is === 'heard') world.heardAt = world.now
  checkConsistency(world)
}

/** Which timers run in which state: the one that ends it is always among them. */
function checkConsistency({ state, dueAt, now }: World): void {
  const running = [...dueAt.keys()].toSorted()
  switch (state.phase) {
    case 'disconnected':
      expect(running).toEqual([])
      return
    case 'connecting':
      expect(running).toEqual(['open'])
      return
    case 'waiting':
      expect(running).toEqual(['retry'])
      expect(dueAt.get('retry')).toBe(state.retryAt)
      expect(state.retryAt).toBeGreaterThanOrEqual(state.since + backoffLimits.minMs)
      expect(state.reason).not.toBe('')
      expect(state.failures).toBeGreaterThan(0)
      return
    case 'live':
      expect(running).toContain('ping')
      expect(dueAt.get('ping')).toBeLessThanOrEqual(now + heartbeat.pingEveryMs)
      expect(running.includes('pong')).toBe(state.probing !== null)
      expect(running.includes('frequency-answer')).toBe(state.awaitsFrequencyAnswer)
  }
}

const closed = fc.record({
  is: fc.constant('closed' as const),
  reason: fc.constant('R'),
  retryAfterMs: fc.constantFrom(0, 0, 5_000, 60_000, 3_600_000),
  isServersWish: fc.boolean(),
})
const wishes = fc.constantFrom<ConnectionInput>(
  { is: 'connect-requested' },
  { is: 'disconnect-requested' },
  { is: 'retry-requested' },
  { is: 'source-changed' },
  { is: 'frequency-changed' },
)
const unusable = fc.constant<ConnectionInput>({ is: 'source-unusable', reason: 'No address.' })
const woke = fc.constant<ConnectionInput>({ is: 'woke' })
const opened = fc.constant<ConnectionInput>({ is: 'opened' })
const heard = fc.record({ is: fc.constant('heard' as const), answers: fc.boolean() })
const fired = fc
  .constantFrom<TimerName>('open', 'retry', 'ping', 'pong', 'frequency-answer')
  .map((timer): ConnectionInput => ({ is: 'timer-fired', timer }))
const random = fc.double({ min: 0, max: 0.999_999, noNaN: true })

/** Lets time pass: what is due on the way fires in order, as a clock does. */
function pass(world: World, byMs: number, luck: number, check: () => void): void {
  const until = world.now + byMs
  for (;;) {
    const next = [...world.dueAt].filter(([, at]) => at <= until).sort((a, b) => a[1] - b[1])[0]
    if (next === undefined) break
    world.now = next[1]
    apply(world, { is: 'timer-fired', timer: next[0] }, luck)
    check()
  }
  world.now = until
  check()
}

describe('the connection machine', () => {
  it('keeps sockets and timers consistent under any sequence of inputs, possible or not', () => {
    // A timer that does not run never fires; every other input may come at any time.
    const anyInput = fc.oneof(wishes, opened, heard, closed, unusable, woke, fired)
    const steps = fc.array(fc.tuple(anyInput, fc.nat(40_000), random), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (all) => {
        const world = startWorld()
        for (const [input, afterMs, luck] of all) {
          world.now += afterMs
          if (input.is !== 'timer-fired' || world.dueAt.has(input.timer)) apply(world, input, luck)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('ignores a timer that fires after all, where its state has gone', () => {
    fc.assert(
      fc.property(fired, random, (input, luck) => {
        const state: ConnectionState = { phase: 'disconnected', since: 1, reason: '' }
        expect(stepConnection(state, input, { now: 2, random: () => luck })).toEqual({ state, effects: [] })
      }),
    )
  })

  it('is never live for longer than 30 s without a sign of life, nor connecting for longer than 15 s', () => {
    const world = fc.oneof(
      { weight: 4, arbitrary: fc.record({ passMs: fc.nat(45_000) }) },
      { weight: 6, arbitrary: fc.oneof(opened, heard, closed, wishes) },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(world, random), { maxLength: 80 }), (events) => {
        const at = startWorld()
        const check = (): void => {
          const { phase, since } = at.state
          if (phase === 'live')
            expect(at.now - at.heardAt).toBeLessThanOrEqual(heartbeat.pingEveryMs + heartbeat.answerWithinMs)
          if (phase === 'connecting') expect(at.now - since).toBeLessThanOrEqual(openTimeoutMs)
          if (phase === 'waiting') expect(at.now).toBeLessThanOrEqual(at.state.retryAt)
        }
        apply(at, { is: 'connect-requested' }, 0.5)
        for (const [event, luck] of events) {
          if ('passMs' in event) pass(at, event.passMs, luck, check)
          else if (isPossible(at, event)) apply(at, event, luck)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('trusts no socket for longer than 3 s after a sleep, whatever it was doing', () => {
    const before = fc.array(fc.oneof(fc.record({ passMs: fc.nat(15_000) }), heard), { maxLength: 10 })
    fc.assert(
      fc.property(before, random, (events, luck) => {
        const at = startWorld()
        apply(at, { is: 'connect-requested' }, luck)
        apply(at, { is: 'opened' }, luck)
        for (const event of events) {
          if ('passMs' in event) pass(at, event.passMs, luck, () => {})
          else if (isPossible(at, event)) apply(at, event, luck)
        }
        fc.pre(at.state.phase === 'live')
        apply(at, { is: 'woke' }, luck)
        pass(at, wokenAnswerMs, luck, () => {})
        expect(at.state.phase).not.toBe('live')
      }),
      { numRuns: 1_000 },
    )
  })

  it('never comes sooner than a server asked for, whatever hints there are', () => {
    const sentAway = fc.record({
      is: fc.constant('closed' as const),
      reason: fc.constant('R'),
      retryAfterMs: fc.constantFrom(5_000, 60_000, 3_600_000),
      isServersWish: fc.constant(true),
    })
    const hints = fc.array(fc.nat(30_000), { maxLength: 20 })
    fc.assert(
      fc.property(sentAway, hints, random, (input, all, luck) => {
        const at = startWorld()
        apply(at, { is: 'connect-requested' }, luck)
        apply(at, input, luck)
        const sentAwayAt = at.now
        for (const passMs of all) {
          pass(at, passMs, luck, () => {})
          apply(at, { is: 'woke' }, luck)
          if (at.now < sentAwayAt + input.retryAfterMs) expect(at.state.phase).toBe('waiting')
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('comes back by itself from everything but a wish or an address that cannot be used', () => {
    const events = fc.array(fc.tuple(fc.oneof(opened, heard, closed, woke, fired), fc.nat(20_000), random), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(events, (all) => {
        const at = startWorld()
        apply(at, { is: 'connect-requested' }, 0.5)
        for (const [event, passMs, luck] of all) {
          pass(at, passMs, luck, () => {})
          if (event.is !== 'timer-fired' && isPossible(at, event)) apply(at, event, luck)
          expect(at.state.phase).not.toBe('disconnected')
        }
        // However long it was sent away: at its next attempt a server that answers finds it there.
        if (at.state.phase === 'waiting') pass(at, at.state.retryAt - at.now, 0.5, () => {})
        if (at.state.phase === 'connecting') apply(at, { is: 'opened' }, 0.5)
        expect(at.state.phase).toBe('live')
      }),
      { numRuns: 1_000 },
    )
  })
})

/** A socket that is not there opens, speaks and closes no more: `connection.ts` does not hear it. */
function isPossible({ state, mayBeOpen }: World, input: ConnectionInput): boolean {
  switch (input.is) {
    case 'opened':
      return mayBeOpen && state.phase === 'connecting'
    case 'heard':
      return mayBeOpen && state.phase === 'live'
    case 'closed':
      return mayBeOpen
    default:
      return true
  }
}
