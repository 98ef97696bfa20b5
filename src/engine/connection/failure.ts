/** Why a connection ended or never came about: a sentence for people, and how long the next attempt must wait. */
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import {
  describeCloseCode,
  describeNetwork,
  describeProxyStatus,
  describeStatus,
  isCertificateProblem,
  type Party,
} from './failure-sentences.ts'
import { ProxyFault } from './proxy-fault.ts'

export type Failure = {
  readonly reason: Wording
  /** Milliseconds; 0 leaves the wait to the backoff alone. */
  readonly retryAfterMs: number
  /** The server asked for the wait: no hint that the network is back cuts it short. */
  readonly isServersWish: boolean
}

/** A server that says "not you" is not hammered; somebody has to change something first. */
const refusedRetryMs = 60_000
/** A server that restarts, or has too much to do, is given a moment. */
const busyRetryMs = 5_000
/** Whatever a server asks for, one wants to know the same day. */
const longestRetryMs = 3_600_000

const refusedCloseCodes = new Set([1008, 4401, 4403])
const busyCloseCodes = new Set([1012, 1013])
/** Statuses that are meant for us, and not for the way on which we came. */
const wishStatuses = new Set([401, 403, 429, 503])

/** @param reason what the other end gave as its reason; shown, since it is often the only explanation */
export function describeClose(code: number, reason: string): Failure {
  const sentence = describeCloseCode(code)
  const said =
    reason === ''
      ? sentence
      : worded('engine-connection.close.said', { sentence, reason: reason.slice(0, 200) })
  if (refusedCloseCodes.has(code)) return { reason: said, retryAfterMs: refusedRetryMs, isServersWish: true }
  const isBusy = busyCloseCodes.has(code)
  return { reason: said, retryAfterMs: isBusy ? busyRetryMs : 0, isServersWish: isBusy }
}

/**
 * @param error what the `ws` client or the network under it reported
 * @param now milliseconds since the epoch
 */
export function describeError(error: Error, now: number): Failure {
  if (!(error instanceof ProxyFault)) return describeCause(error, 'server')
  if (error.answer !== null) return describeAnswer(error.answer.status, error.answer.retryAfter, now, 'proxy')
  return describeCause(error.cause instanceof Error ? error.cause : error, 'proxy')
}

function describeCause(error: Error & { readonly code?: string }, party: Party): Failure {
  const code = error.code ?? ''
  // Another network may be an honest one: a hint that it is there ends this wait.
  return {
    reason: describeNetwork(code, describeFault(error), party),
    retryAfterMs: isCertificateProblem(code) ? refusedRetryMs : 0,
    isServersWish: false,
  }
}

/**
 * The server answered the upgrade with something else than a WebSocket.
 * @param retryAfter the `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3)
 * @param now milliseconds since the epoch
 */
export const describeResponse = (status: number, retryAfter: string | undefined, now: number): Failure =>
  describeAnswer(status, retryAfter, now, 'server')

function describeAnswer(status: number, retryAfter: string | undefined, now: number, party: Party): Failure {
  const askedMs = readRetryAfter(retryAfter, now)
  return {
    reason: party === 'server' ? describeStatus(status) : describeProxyStatus(status),
    retryAfterMs: Math.max(usualRetryMs(status), askedMs),
    isServersWish: askedMs > 0 || (party === 'server' && wishStatuses.has(status)),
  }
}

function usualRetryMs(status: number): number {
  if (status === 429 || status >= 500) return busyRetryMs
  return refusedRetryMs
}

function readRetryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestRetryMs)
}
