/** A listener for metrics and health alone, on an address of its own: whoever reaches it is told, and needs no token. */
import { createServer, type IncomingMessage } from 'node:http'
import { type Answer, problemAnswer, writeAnswer } from '../http/answer.ts'
import { methodsOf, pathOf, readRoute } from '../http/route.ts'
import { listen } from '../listen.ts'
import type { OperatingAnswers } from './operating-answers.ts'

/** @throws ListenError when the address or the port cannot be had; its message says what to do */
export async function startOperatingListener(options: {
  readonly bind: string
  /** 0 for any free one. */
  readonly port: number
  readonly answers: OperatingAnswers
}): Promise<AsyncDisposable & { readonly port: number }> {
  const http = createServer((request, response) => {
    void answer(request, options.answers).then((given) =>
      writeAnswer(response, given, request.method === 'HEAD'),
    )
  })
  const { port } = await listen(http, options.bind, options.port)
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
