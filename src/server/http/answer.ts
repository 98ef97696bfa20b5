/** An HTTP answer as data, and how it is written: to an ordinary request, or to an upgrade that is refused. */
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import Type, { type Static } from 'typebox'

export type Answer = {
  readonly status: number
  readonly contentType: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** RFC 9457. */
export const Problem = Type.Object({
  type: Type.Literal('about:blank'),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String({ description: 'A sentence that says what is wrong, and what to do.' }),
  field: Type.Optional(Type.String({ description: 'The field, header or parameter that it is about.' })),
})

/** What there is to say; the rest follows from it. */
export type ProblemDetail = Readonly<Pick<Static<typeof Problem>, 'status' | 'detail' | 'field'>>

export function problemAnswer(
  { status, detail, field }: ProblemDetail,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const title = STATUS_CODES[status] ?? 'Error'
  const about = field === undefined ? {} : { field }
  const document: Static<typeof Problem> = { type: 'about:blank', title, status, detail, ...about }
  return {
    status,
    contentType: 'application/problem+json',
    body: `${JSON.stringify(document)}\n`,
    headers,
  }
}

export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, contentType: 'application/json', body: `${JSON.stringify(value)}\n`, headers }
}

/** Nothing once the other side is gone, or the answer has begun. */
export function writeAnswer(response: ServerResponse, answer: Answer, isHead = false): void {
  if (response.headersSent || response.destroyed) return
  const { status, contentType, body, headers } = answer
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  })
  response.end(isHead ? '' : body)
}

/** Node hands an upgrade over as a bare socket: no response object there. Ends the connection. */
export function writeRefusal(socket: Duplex, { status, contentType, body, headers = {} }: Answer): void {
  socket.on('error', () => {}) // The client may be gone already, and then there is nobody to refuse.
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      `Content-Type: ${contentType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  )
}
