/** The connection as a pure state machine: (state, input, context) → (state, effects). It touches no socket. */
import { type Wording, worded } from '../../i18n/wording.ts'
import { heartbeat } from '../../protocol/limits.ts'
import { backoffMs } from './backoff.ts'
import type {
  ConnectionContext,
  ConnectionEffect,
  ConnectionInput,
  ConnectionState,
  ConnectionStep,
  TimerName,
} from './connection-state.ts'
import type { Failure } from './failure.ts'

/** How long the TCP, TLS and upgrade handshakes may take together. */
export const openTimeoutMs = 15_000
/** How long a server has to answer a changed frequency before it is sent anew in the window (spec.md). */
export const frequencyAnswerMs = 2_000
/** After a sleep an open socket is not trusted: no sign of life within this, and it is dead. */
export const wokenAnswerMs = 3_000
/** A connection that lasted so long was a good one: the next backoff starts from the beginning. */
export const settledAfterMs = 5_000

export const noAnswerReason = worded('engine-connection.no-answer')
export const gapReason = worded('engine-connection.gap')
export const openTimeoutReason = worded('engine-connection.open-timeout')

export function stepConnection(
  state: ConnectionState,
  input: ConnectionInput,
  context: ConnectionContext,
): ConnectionStep {
  switch (input.is) {
    case 'connect-requested':
    case 'retry-requested':
    case 'disconnect-requested':
      return fulfilWish(state, input.is, context)
    case 'source-unusable':
      return disconnect(state, context, input.reason)
    case 'source-changed':
      return isByWish(state) ? same(state) : reconnect(state, context)
    case 'frequency-changed':
      return state.phase === 'live' ? askFrequency(state) : same(state)
    case 'gap-found':
      return state.phase === 'live' ? drop(state, context, gapReason) : same(state)
    case 'woke':
      return wake(state, context)
    case 'opened':
      return state.phase === 'connecting' ? live(state.failures, context) : same(state)
    case 'heard':
      return state.phase === 'live' ? heard(state, input.answers) : same(state)
    case 'closed':
      return isOpenOrOpening(state) ? wait(state, context, input) : same(state)
    case 'timer-fired':
      return timerFired(state, input.timer, context)
  }
}

function fulfilWish(
  state: ConnectionState,
  wish: 'connect-requested' | 'retry-requested' | 'disconnect-requested',
  context: ConnectionContext,
): ConnectionStep {
  switch (wish) {
    case 'connect-requested':
      return isOpenOrOpening(state) ? same(state) : connect(context, 0)
    case 'retry-requested':
      return state.phase === 'waiting' ? connect(context, state.failures) : same(state)
    case 'disconnect-requested':
      return state.phase === 'disconnected' ? same(state) : disconnect(state, context, '')
  }
}

function timerFired(state: ConnectionState, timer: TimerName, context: ConnectionContext): ConnectionStep {
  switch (timer) {
    case 'open':
      return state.phase === 'connecting' ? drop(state, context, openTimeoutReason) : same(state)
    case 'retry':
      return state.phase === 'waiting' ? connect(context, state.failures) : same(state)
    case 'ping':
      return state.phase === 'live' ? probe(state, 'heartbeat', heartbeat.answerWithinMs) : same(state)
    case 'pong':
      return state.phase === 'live' && state.probing !== null
        ? drop(state, context, noAnswerReason)
        : same(state)
    case 'frequency-answer':
      // The server ignores a configuration on the open socket: send it in the window of a new one, once.
      return state.phase === 'live' && state.awaitsFrequencyAnswer ? reconnect(state, context) : same(state)
  }
}

type Live = Extract<ConnectionState, { phase: 'live' }>
type Waiting = Extract<ConnectionState, { phase: 'waiting' }>
type OpenOrOpening = Extract<ConnectionState, { phase: 'live' | 'connecting' }>

const timers: readonly TimerName[] = ['open', 'retry', 'ping', 'pong', 'frequency-answer']
const stopTimers: readonly ConnectionEffect[] = timers.map((timer) => ({ do: 'stop-timer', timer }))

const same = (state: ConnectionState): ConnectionStep => ({ state, effects: [] })

/** Disconnected because the user said so, and not for an address that could not be used. */
const isByWish = (state: ConnectionState): boolean => state.phase === 'disconnected' && state.reason === ''

const isOpenOrOpening = (state: ConnectionState): state is OpenOrOpening =>
  state.phase === 'live' || state.phase === 'connecting'

function connect(context: ConnectionContext, failures: number): ConnectionStep {
  return {
    state: { phase: 'connecting', since: context.now, failures },
    effects: [...stopTimers, { do: 'start-timer', timer: 'open', delayMs: openTimeoutMs }, { do: 'open' }],
  }
}

function live(failures: number, context: ConnectionContext): ConnectionStep {
  return {
    state: { phase: 'live', since: context.now, failures, probing: null, awaitsFrequencyAnswer: false },
    effects: [
      { do: 'stop-timer', timer: 'open' },
      { do: 'start-timer', timer: 'ping', delayMs: heartbeat.pingEveryMs },
      { do: 'send-configuration' },
    ],
  }
}

function heard(state: Live, answers: boolean): ConnectionStep {
  const isAnswer = answers && state.awaitsFrequencyAnswer
  if (state.probing === null && !isAnswer) return same(state)
  const effects: ConnectionEffect[] = []
  if (state.probing !== null) effects.push({ do: 'stop-timer', timer: 'pong' })
  if (isAnswer) effects.push({ do: 'stop-timer', timer: 'frequency-answer' })
  const awaitsFrequencyAnswer = state.awaitsFrequencyAnswer && !isAnswer
  return { state: { ...state, probing: null, awaitsFrequencyAnswer }, effects }
}

function probe(state: Live, probing: 'heartbeat' | 'woken', answerWithinMs: number): ConnectionStep {
  return {
    state: { ...state, probing },
    effects: [
      { do: 'ping' },
      { do: 'start-timer', timer: 'pong', delayMs: answerWithinMs },
      { do: 'start-timer', timer: 'ping', delayMs: heartbeat.pingEveryMs },
    ],
  }
}

function wake(state: ConnectionState, context: ConnectionContext): ConnectionStep {
  if (state.phase === 'waiting') return hasten(state, context)
  // Its timer stood still during a sleep; by the wall clock this attempt is long over.
  if (state.phase === 'connecting' && context.now - state.since >= openTimeoutMs)
    return restart(state, context)
  // One more hint must not put off the end of a socket that is being probed already.
  if (state.phase !== 'live' || state.probing === 'woken') return same(state)
  return probe(state, 'woken', wokenAnswerMs)
}

function restart(state: OpenOrOpening, context: ConnectionContext): ConnectionStep {
  const next = connect(context, state.failures)
  return { ...next, effects: [{ do: 'terminate' }, ...next.effects] }
}

/** A hint hastens our own backoff; what the server asked for is only kept by the wall clock, which never sleeps. */
function hasten(state: Waiting, context: ConnectionContext): ConnectionStep {
  if (!state.isServersWish || context.now >= state.retryAt) return connect(context, state.failures)
  // A clock that was set back must not make the wait longer than it was.
  const delayMs = Math.min(state.retryAt - context.now, state.retryAt - state.since)
  return { state, effects: [{ do: 'start-timer', timer: 'retry', delayMs }] }
}

function askFrequency(state: Live): ConnectionStep {
  return {
    state: { ...state, awaitsFrequencyAnswer: true },
    effects: [
      { do: 'send-configuration' },
      { do: 'start-timer', timer: 'frequency-answer', delayMs: frequencyAnswerMs },
    ],
  }
}

function reconnect(state: ConnectionState, context: ConnectionContext): ConnectionStep {
  const next = connect(context, 0)
  return isOpenOrOpening(state) ? { ...next, effects: [{ do: 'close' }, ...next.effects] } : next
}

function disconnect(state: ConnectionState, context: ConnectionContext, reason: Wording): ConnectionStep {
  const effects = isOpenOrOpening(state) ? [{ do: 'close' } as const, ...stopTimers] : stopTimers
  return { state: { phase: 'disconnected', since: context.now, reason }, effects }
}

function drop(state: OpenOrOpening, context: ConnectionContext, reason: Wording): ConnectionStep {
  const next = wait(state, context, { reason, retryAfterMs: 0, isServersWish: false })
  return { ...next, effects: [{ do: 'terminate' }, ...next.effects] }
}

function wait(state: OpenOrOpening, context: ConnectionContext, failure: Failure): ConnectionStep {
  const wasGood = state.phase === 'live' && context.now - state.since >= settledAfterMs
  const failures = (wasGood ? 0 : state.failures) + 1
  const { reason, retryAfterMs, isServersWish } = failure
  // Spread as well, so that all who were sent away do not come back in one moment.
  const asked = Math.round(retryAfterMs * (1 + 0.2 * context.random()))
  const delayMs = Math.max(backoffMs(failures, context.random), asked)
  return {
    state: {
      ...{ phase: 'waiting', since: context.now, failures, retryAt: context.now + delayMs },
      ...{ reason, isServersWish },
    },
    effects: [...stopTimers, { do: 'start-timer', timer: 'retry', delayMs }],
  }
}
