/** Which of a name's addresses take a TCP connection. Nothing is sent. */
import type { LookupAddress } from 'node:dns'
import type { Socket } from 'node:net'
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeNetwork, type Party } from '../connection/failure-sentences.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'
import { inTime } from './in-time.ts'

export type ConnectTcp = (to: { readonly host: string; readonly port: number }) => Socket

export type ReachDeps = {
  readonly clock: Pick<Clock, 'setTimer' | 'monotonicNow'>
  readonly connectTcp: ConnectTcp
}

type Attempt = LookupAddress & {
  readonly tookMs: number
  readonly problem: Wording | null
  readonly code: string
}

/** More would be a burst, and tell no more. */
const mostAddresses = 8
/** Less than a whole step has: one address that does not answer must not hide what the others did. */
export const attemptLimitMs = 4_500

/** @returns the first address that answered; null where none did */
export async function reachAddresses(
  { clock, connectTcp }: ReachDeps,
  addresses: readonly LookupAddress[],
  { port, party }: { readonly port: number; readonly party: Party },
  signal: AbortSignal,
): Promise<{ readonly reached: LookupAddress | null; readonly finding: Finding }> {
  const attempts = await Promise.all(addresses.slice(0, mostAddresses).map(attempt))
  const reached = attempts.find(({ problem }) => problem === null) ?? null
  return { reached, finding: judge(attempts, port, party) }

  async function attempt(address: LookupAddress): Promise<Attempt> {
    const startedAt = clock.monotonicNow()
    const result = await inTime(clock, attemptLimitMs, signal, (over) => reach(address.address, over))
    const code = result.kind === 'done' ? result.value : 'ETIMEDOUT'
    const problem = code === '' ? null : describeNetwork(code, code, party)
    return { ...address, code, problem, tookMs: clock.monotonicNow() - startedAt }
  }

  /** @returns the system's code for what went wrong; empty where nothing did */
  function reach(host: string, over: AbortSignal): Promise<string> {
    const socket = connectTcp({ host, port })
    over.addEventListener('abort', () => socket.destroy(), { once: true })
    return new Promise((resolve) => {
      socket.once('connect', () => resolve(''))
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    })
  }
}

function judge(attempts: readonly Attempt[], port: number, party: Party): Finding {
  const detail = attempts
    .map(({ address, code, tookMs }) => `${address} port ${port}: ${code || `${Math.round(tookMs)} ms`}`)
    .join('\n')
  const reachable = attempts.filter(({ problem }) => problem === null)
  const failed = attempts.find(({ problem }) => problem !== null)
  if (failed === undefined) return good(worded(`engine-diagnosis.tcp.${party}`), detail)
  if (reachable.length === 0) return bad(failed.problem ?? '', detail)
  const reachableFamilies = new Set(reachable.map(({ family }) => family))
  const isMixed = attempts.some(({ problem, family }) => problem !== null && reachableFamilies.has(family))
  if (!isMixed) {
    const family = failed.family === 6 ? 'IPv6' : 'IPv4'
    return good(worded(`engine-diagnosis.tcp.one-way.${party}`, { family }), detail)
  }
  const counts = { reachable: reachable.length, all: attempts.length }
  return doubtful(worded(`engine-diagnosis.tcp.some.${party}`, counts), detail)
}
