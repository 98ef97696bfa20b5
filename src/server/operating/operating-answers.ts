/** Answers for those who watch over the server: does it live, may it be sent requests, what does it do. */
import { assertNever } from '../assert-never.ts'
import { type Answer, problemAnswer } from '../http/answer.ts'
import type { Route } from '../http/route.ts'
import type { Metrics } from '../metrics/metrics.ts'

export type OperatingRoute = Extract<Route['kind'], 'health' | 'ready' | 'metrics'>

/** Nothing secret is in any of them. `metrics` tells how much is done, so whoever calls this has asked who may know. */
export type OperatingAnswers = (route: OperatingRoute) => Promise<Answer>

export function createOperatingAnswers(deps: {
  readonly readiness: () => Promise<Answer>
  readonly metrics: Pick<Metrics, 'render'>
}): OperatingAnswers {
  return async (route) => {
    switch (route) {
      case 'health':
        return alive
      case 'ready':
        return deps.readiness()
      case 'metrics':
        return (await deps.metrics.render()) ?? noneCounted
      default:
        return assertNever(route)
    }
  }
}

const alive: Answer = {
  ...{ status: 200, contentType: 'text/plain', body: 'alive\n' },
  headers: { 'Cache-Control': 'no-store' },
}
const noneCounted = problemAnswer({ status: 404, detail: 'This server counts nothing.' })
