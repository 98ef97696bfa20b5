/** `/openapi.json`: the HTTP interface for programs, made from the schemas that check what comes. */
import type { TSchema } from 'typebox'
import { Publication } from '../../protocol/publication.ts'
import { tokenParameter } from '../access/presented-token.ts'
import { operatingPaths } from '../operating/operating-paths.ts'
import { Receipt } from '../receipts/receipt.ts'
import { type Answer, jsonAnswer, Problem } from './answer.ts'
import { PublishAnswer } from './publish-answer.ts'

const parameter = (
  name: string,
  where: 'path' | 'query' | 'header',
  description: string,
  schema: object,
) => ({
  ...{ name, in: where, required: where === 'path', description, schema },
})
const text = { type: 'string' }
const clientId = parameter('client_id', 'path', 'Percent-encoded as one path segment.', {
  ...{ type: 'string', minLength: 1 },
})
const id = parameter('id', 'path', 'As the publisher was answered.', { type: 'string', minLength: 1 })

/** With a text body: the same by header or by query. With a JSON body they say nothing. */
const textParameters = [
  ['Title', 'title', 'Left out: named after the type.', text],
  ['Type', 'type', 'Left out: info.', { enum: ['info', 'warning', 'error', 'success'] }],
  ['Priority', 'priority', 'Of an info.', { enum: ['low', 'medium', 'high'] }],
  ['Action-Required', 'action_required', 'Of a warning.', { type: 'boolean' }],
  ['Error-Code', 'error_code', 'Of an error.', { type: 'number' }],
  ['Retry-Allowed', 'retry_allowed', 'Of an error.', { type: 'boolean' }],
  ['Completion-Time', 'completion_time', 'Of a success.', text],
] as const

const content = (type: string, schema: TSchema | object) => ({ [type]: { schema } })
const problem = (description: string) => ({
  description,
  content: content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
})
const tooMany = {
  ...problem('Too many requests came from this address, or with this token.'),
  headers: {
    'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
    'RateLimit-Policy': { description: 'The limits (draft-ietf-httpapi-ratelimit-headers).', schema: text },
    RateLimit: { description: 'What is left of them, and until when.', schema: text },
  },
}
/** Of access. */
const refusals = {
  401: {
    ...problem('The server wants an access token, and none came, or one that is not known or has expired.'),
    headers: { 'WWW-Authenticate': { description: 'RFC 6750, 3.', schema: text } },
  },
  403: problem('The token does not reach that far, or a web page of elsewhere asks that is not allowed.'),
  421: problem('Without tokens: the request names another host than this machine.'),
}
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const publish = (operationId: string, summary: string, parameters: readonly object[]) => ({
  operationId,
  summary,
  parameters: [
    ...parameters,
    parameter(
      'Idempotency-Key',
      'header',
      'The same request under the same key, within 24 hours, is one notification.',
      { type: 'string', minLength: 1, maxLength: 255 },
    ),
    ...textParameters.flatMap(([header, query, description, schema]) => [
      parameter(header, 'header', description, schema),
      parameter(query, 'query', description, schema),
    ]),
  ],
  requestBody: {
    required: true,
    content: {
      ...content('application/json', reference('Publication')),
      ...content('text/plain', { type: 'string', description: 'The message.' }),
      ...content('application/x-www-form-urlencoded', {
        ...{ type: 'string', description: 'As `curl -d` sends it: a bare message, JSON, or a form.' },
      }),
    },
  },
  responses: {
    201: {
      description: 'Stored, and on its way to who is connected.',
      headers: { Location: { description: 'Its receipt.', schema: text } },
      content: content('application/json', reference('PublishAnswer')),
    },
    400: problem('The body cannot be read.'),
    ...refusals,
    413: problem('The body is larger than 64 KiB.'),
    415: problem('The body is of a type that is not understood.'),
    422: problem('The notification is not as it should be (`field` says where), or the key was used before.'),
    429: tooMany,
    503: problem('It could not be stored: try again.'),
  },
})

const receipt = (operationId: string, summary: string, parameters: readonly object[]) => ({
  get: {
    operationId,
    summary,
    parameters: [
      ...parameters,
      parameter('wait', 'query', 'Seconds to wait for an acknowledgement.', {
        ...{ type: 'number', minimum: 0, maximum: 60, default: 0 },
      }),
    ],
    responses: {
      200: { description: 'What became of it.', content: content('application/json', reference('Receipt')) },
      ...refusals,
      404: problem('It expired, or was never published.'),
      429: tooMany,
      503: problem('Too many are waiting.'),
    },
  },
})

const events = (operationId: string, summary: string, parameters: readonly object[]) => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: {
      200: {
        description:
          'Server-sent events: `stored`, `delivered` and `acknowledged`, each once for a recipient.',
        content: content('text/event-stream', text),
      },
      ...refusals,
      404: problem('It expired, or was never published.'),
      429: tooMany,
    },
  },
})

export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Tocsin notification server',
    version: '1',
    description: 'Publish notifications. Clients get them over a WebSocket at /ws/notify/{client_id}.',
  },
  paths: {
    '/notify': { post: publish('publishToEveryone', 'To everyone who is connected or was lately', []) },
    '/notify/{client_id}': { post: publish('publish', 'To one client', [clientId]) },
    '/notify/{client_id}/{id}': receipt('readReceipt', 'What became of it, for this client', [clientId, id]),
    '/notify/{client_id}/{id}/events': events('followReceipt', 'The same as it happens', [clientId, id]),
    '/receipts/{id}': receipt('readReceiptOfEveryone', 'What became of one to everyone', [id]),
    '/receipts/{id}/events': events('followReceiptOfEveryone', 'The same as it happens', [id]),
    ...operatingPaths,
  },
  // Without --token-file a server asks for none.
  security: [{ bearer: [] }, { query: [] }, {}],
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'As "tocsin-server token create" prints it.' },
      query: { type: 'apiKey', in: 'query', name: tokenParameter, description: 'For web pages.' },
    },
    schemas: { Publication, PublishAnswer, Receipt, Problem },
  },
} as const

export const openApiAnswer: Answer = jsonAnswer(200, openApiDocument)
