/** A listener for metrics and health alone, on an address of its own: whoever reaches it is told, and needs no token. */
import { createServer, type IncomingMessage } from 'node:http'
import { type Answer, problemAnswer, writeAnswer } from '../http/answer.ts'
import { methodsOf, pathOf, readRoute } from '../http/route.ts'
import { listen } from '../listen.ts'
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import type { OperatingAnswers } from './operating-answers.ts'

export type OperatingListener = AsyncDisposable & { readonly port: number }

/** @throws ListenError when the address or the port cannot be had; its message says what to do */
export async function startOperatingListener(options: {
  readonly bind: string
  /** 0 for any free one. */
  readonly port: number
  readonly answers: OperatingAnswers
  readonly log: Log
}): Promise<OperatingListener> {
  const { answers, log } = options
  const http = createServer((request, response) => {
    void answer(request, answers)
      .catch((error: unknown) => {
        log({ event: 'request-failed', method: request.method ?? '', reason: messageOf(error) })
        return failed
      })
      .then((given) => writeAnswer(response, given, request.method === 'HEAD'))
  })
  const { port } = await listen(http, options.bind, options.port)
  http.on('error', (error) => log({ event: 'server-error', reason: error.message }))
  return {
    port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, answers: OperatingAnswers): Promise<Answer> {
  const route = readRoute(pathOf(request.url ?? '/'))
  if (route.kind !== 'metrics' && route.kind !== 'health' && route.kind !== 'ready') return notHere
  if (methodsOf(route).includes(request.method ?? '')) return answers(route.kind)
  const allow = methodsOf(route).join(', ')
  return problemAnswer({ status: 405, detail: `This address answers ${allow} only.` }, { Allow: allow })
}

const notHere = problemAnswer({
  status: 404,
  detail: 'There are only /metrics, /healthz and /readyz on this port.',
})
const failed = problemAnswer(
  { status: 503, detail: 'This could not be told just now: try again, and see the log.' },
  { 'Retry-After': '5' },
)
