/** What the server answers to HTTP that is not a WebSocket upgrade to the endpoint. Decides only. */
import { readClientId } from '../protocol/endpoint.ts'

export type HttpAnswer = {
  readonly status: 200 | 404 | 426 | 503
  /** One line of plain text, with its line end. */
  readonly body: string
}

const usage = 'Connect a WebSocket to /ws/notify/{client_id}.\n'

/** The path of a request's target, without its query; as it came, so not decoded. */
export function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? target
}

/** An ordinary request: help at `/`, 426 at the endpoint, 404 elsewhere. */
export function answerRequest(path: string): HttpAnswer {
  if (path === '/') return { status: 200, body: `This is a Tocsin notification server. ${usage}` }
  if (readClientId(path) !== null) return { status: 426, body: 'This address speaks WebSocket only.\n' }
  return refuseUpgrade(path)
}

/** An upgrade to a path that is not the endpoint, or to the endpoint without a usable client id. */
export function refuseUpgrade(path: string): HttpAnswer {
  const isEndpoint = path.startsWith('/ws/notify')
  const problem = isEndpoint ? 'The address needs a client id, percent-encoded.' : 'There is nothing here.'
  return { status: 404, body: `${problem} ${usage}` }
}

export const stoppingAnswer: HttpAnswer = { status: 503, body: 'The server is shutting down.\n' }
