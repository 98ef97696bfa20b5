/** What `/openapi.json` says of the addresses for operators. */

const text = (description: string) => ({
  description,
  content: { 'text/plain': { schema: { type: 'string' } } },
})
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
/** `security: []`: whatever the document asks for elsewhere, here is no token needed. */
const open = (operationId: string, summary: string, responses: object) => ({
  get: { operationId, summary, security: [], responses },
})

export const operatingPaths = {
  '/healthz': open('readHealth', 'The process lives', { 200: text('It does.') }),
  '/readyz': open('readReadiness', 'It may be sent requests', {
    200: text('It may.'),
    503: problem('It is shutting down, or its store does not answer.'),
  }),
  '/metrics': {
    get: {
      operationId: 'readMetrics',
      summary: 'Figures for Prometheus, for who may publish to everyone',
      responses: {
        200: text("Prometheus' text format."),
        401: problem('The server wants an access token.'),
        403: problem('Not allowed.'),
        421: problem('Without tokens: the request names another host than this machine.'),
      },
    },
  },
} as const
