/** What the connection machine knows, hears and asks for: its states, inputs and effects. Not: how one leads to the other. */
import type { Random } from '../../clock/clock.ts'
import type { Wording } from '../../i18n/wording.ts'
import type { Failure } from './failure.ts'

/** Times are milliseconds since the epoch; `failures` counts the attempts in a row that came to nothing. */
export type ConnectionState =
  | { readonly phase: 'disconnected'; readonly since: number; readonly reason: Wording }
  | { readonly phase: 'connecting'; readonly since: number; readonly failures: number }
  | {
      readonly phase: 'live'
      readonly since: number
      readonly failures: number
      /** Why a ping is out and nothing has been heard since; null while nothing is asked. */
      readonly probing: 'heartbeat' | 'woken' | null
      /** A changed frequency was sent and no system message has answered yet. */
      readonly awaitsFrequencyAnswer: boolean
    }
  | {
      readonly phase: 'waiting'
      readonly since: number
      readonly failures: number
      readonly retryAt: number
      readonly reason: Wording
      /** The server asked for this wait: no hint ends it sooner, only the user does. */
      readonly isServersWish: boolean
    }

export type TimerName = 'open' | 'retry' | 'ping' | 'pong' | 'frequency-answer'

export type ConnectionInput =
  | { readonly is: 'connect-requested' }
  | { readonly is: 'disconnect-requested' }
  | { readonly is: 'retry-requested' }
  | { readonly is: 'source-changed' }
  | { readonly is: 'source-unusable'; readonly reason: Wording }
  | { readonly is: 'frequency-changed' }
  /** Something that the server counts has not come: it comes again on the next connection. */
  | { readonly is: 'gap-found' }
  /** The machine slept, or the network is up again: what looks open may be dead, and a wait may be over. */
  | { readonly is: 'woke' }
  | { readonly is: 'opened' }
  /** Any frame or pong is a sign of life (spec.md, fact 9); `answers` marks a system message that may be an answer. */
  | { readonly is: 'heard'; readonly answers: boolean }
  | ({ readonly is: 'closed' } & Failure)
  | { readonly is: 'timer-fired'; readonly timer: TimerName }

export type ConnectionEffect =
  | { readonly do: 'open' }
  /** Close politely, and listen to that socket no more. */
  | { readonly do: 'close' }
  /** Drop at once: the other end no longer answers. */
  | { readonly do: 'terminate' }
  | { readonly do: 'send-configuration' }
  | { readonly do: 'ping' }
  | { readonly do: 'start-timer'; readonly timer: TimerName; readonly delayMs: number }
  | { readonly do: 'stop-timer'; readonly timer: TimerName }

export type ConnectionContext = { readonly now: number; readonly random: Random }
export type ConnectionStep = {
  readonly state: ConnectionState
  readonly effects: readonly ConnectionEffect[]
}
