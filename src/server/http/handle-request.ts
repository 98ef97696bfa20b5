/** Answers ordinary HTTP: finds what is asked for, asks whether it may be, and lets it be done. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Access } from '../access/access.ts'
import { corsHeaders } from '../access/cors.ts'
import type { Permits } from '../access/permits.ts'
import { assertNever } from '../assert-never.ts'
import type { Authorise, KnownToken, Wish } from '../authorise.ts'
import type { RequestLimits } from '../limiting/request-limits.ts'
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { OperatingAnswers } from '../operating/operating-answers.ts'
import type { Receipts } from '../receipts/receipts.ts'
import type { StreamKey } from '../store/store.ts'
import { type Answer, problemAnswer, writeAnswer } from './answer.ts'
import { frontPage } from './front-page.ts'
import { openApiAnswer } from './openapi.ts'
import { methodsOf, pathOf, type Route, readRoute } from './route.ts'

/** What is only for whom it is permitted. */
type NotificationRoute = Extract<Route, { readonly kind: 'publish' | 'receipt' | 'receipt-events' }>

export type RequestHandlerDeps = {
  readonly authorise: Authorise
  readonly requests: RequestLimits
  readonly access: Pick<Access, 'origins' | 'needsToken'>
  readonly permits: Pick<Permits, 'follow'>
  readonly publish: (request: IncomingMessage, stream: StreamKey, tokenName: string | null) => Promise<Answer>
  readonly receipts: Receipts
  readonly operating: OperatingAnswers
  readonly answered: Metrics['answered']
  readonly log: Log
}

type Permitted =
  | { readonly ok: true; readonly token: KnownToken | null }
  | { readonly ok: false; readonly answer: Answer }

export function createRequestHandler(
  deps: RequestHandlerDeps,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { authorise, requests, receipts } = deps

  function refuseMetrics(request: IncomingMessage): Answer | null {
    const permission = authorise(request, { action: 'publish', clientId: null })
    if (permission.ok) return null
    const { status, detail } = permission.problem
    const why = status === 403 ? `Metrics are for who may publish to everyone. ${detail}` : detail
    return problemAnswer({ ...permission.problem, detail: why }, permission.headers)
  }

  /** Null: it has answered by itself. */
  async function answer(
    route: Route,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Answer | null> {
    const refusal = refuseRoute(route, request.method ?? '')
    if (refusal !== null) return refusal
    switch (route.kind) {
      case 'page':
        return frontPage(request, deps.access)
      case 'openapi':
        return openApiAnswer
      case 'health':
      case 'ready':
        return deps.operating(route.kind)
      case 'metrics':
        return refuseMetrics(request) ?? deps.operating('metrics')
      case 'publish':
      case 'receipt':
      case 'receipt-events':
        return answerPermitted(route, request, response)
      case 'endpoint':
        return webSocketOnly
      case 'unreadable':
      case 'nothing':
        return notFound(route.kind)
      default:
        return assertNever(route)
    }
  }

  /** Whether it is allowed, and not too often; how the sender stands goes among the headers of the answer. */
  async function permit(request: IncomingMessage, response: ServerResponse, wish: Wish): Promise<Permitted> {
    const ofAddress = await requests.admit(request)
    if (!ofAddress.ok) return ofAddress
    const permission = authorise(request, wish)
    if (!permission.ok) return { ok: false, answer: problemAnswer(permission.problem, permission.headers) }
    const admission = await requests.admitToken(permission.token?.name ?? null, ofAddress)
    if (!admission.ok) return admission
    for (const [name, value] of Object.entries(admission.headers)) response.setHeader(name, value)
    return { ok: true, token: permission.token }
  }

  async function answerPermitted(
    route: NotificationRoute,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Answer | null> {
    const { kind, clientId } = route
    const wish = { action: kind === 'publish' ? 'publish' : 'look', clientId } as const
    const permitted = await permit(request, response, wish)
    if (!permitted.ok) return permitted.answer
    const { token } = permitted
    if (kind === 'publish') {
      if (expectsContinue(request)) invite(response)
      return deps.publish(request, clientId, token?.name ?? null)
    }
    const wanted = { clientId, id: route.id }
    if (kind === 'receipt') return receipts.answer(request, wanted)
    deps.permits.follow(response, wish, token)
    return receipts.stream(request, response, wanted)
  }

  return (request, response) => {
    for (const [name, value] of Object.entries(corsHeaders(deps.access.origins, request))) {
      response.setHeader(name, value)
    }
    // Whoever is refused before may send the body all the same, or not: this connection is of no further use.
    if (expectsContinue(request)) response.setHeader('Connection', 'close')
    const route = readRoute(pathOf(request.url ?? '/'))
    void answer(route, request, response)
      .catch((error: unknown) => {
        if (request.destroyed && !request.complete) return gone
        deps.log({ event: 'request-failed', method: request.method ?? '', reason: messageOf(error) })
        const detail = 'The server could not store or read this just now: try again.'
        return problemAnswer({ status: 503, detail }, { 'Retry-After': '5' })
      })
      .then((answered) => {
        if (answered === gone) return
        deps.answered(route.kind, answered?.status ?? response.statusCode)
        if (answered !== null) writeAnswer(response, answered, request.method === 'HEAD')
        // What was not read of a body must not be taken for the next request.
        if (!request.complete) request.resume()
      })
  }
}

/** Of a sender that left in the middle of its body: nobody is answered, and nothing is counted. */
const gone = problemAnswer({ status: 400, detail: 'The body ended too early.' })

/** Its sender waits for a word before it sends the body (RFC 9110, 10.1.1). Node says it unasked, unless it is heard. */
const expectsContinue = ({ headers, httpVersion }: IncomingMessage): boolean =>
  headers.expect !== undefined && httpVersion === '1.1'

function invite(response: ServerResponse): void {
  response.removeHeader('Connection')
  response.writeContinue()
}

/** What can be said of an address and a method alone; null: nothing. */
function refuseRoute(route: Route, method: string): Answer | null {
  if (route.kind === 'nothing' || route.kind === 'unreadable') return null
  const methods = methodsOf(route)
  const allow = { Allow: methods.join(', ') }
  if (method === 'OPTIONS') return { status: 204, contentType: 'text/plain', body: '', headers: allow }
  if (methods.includes(method)) return null
  return problemAnswer({ status: 405, detail: `This address answers ${methods.join(', ')} only.` }, allow)
}

const usage =
  'Connect a WebSocket to /ws/notify/{client_id}, or POST to /notify/{client_id}, or to /notify for everyone.'

export function notFound(kind: 'unreadable' | 'nothing'): Answer {
  const problem =
    kind === 'unreadable' ? 'The address needs a client id, percent-encoded.' : 'There is nothing here.'
  return problemAnswer({ status: 404, detail: `${problem} ${usage}` })
}

// RFC 9110, 15.5.22: a 426 must name what to upgrade to.
const webSocketOnly = problemAnswer(
  { status: 426, detail: 'This address speaks WebSocket only: connect one, or POST to /notify/{client_id}.' },
  { Upgrade: 'websocket', Connection: 'Upgrade' },
)
