/** What `/openapi.json` says of the addresses for operators. */

const text = (description: string) => ({
  description,
  content: { 'text/plain': { schema: { type: 'string' } } },
})
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

export const operatingPaths = {
  '/healthz': {
    get: { operationId: 'readHealth', summary: 'The process lives', responses: { 200: text('It does.') } },
  },
  '/readyz': {
    get: {
      operationId: 'readReadiness',
      summary: 'It may be sent requests',
      responses: { 200: text('It may.'), 503: problem('It is shutting down, or its store does not answer.') },
    },
  },
  '/metrics': {
    get: {
      operationId: 'readMetrics',
      summary: 'Figures for Prometheus, for who may publish to everyone',
      responses: { 200: text("Prometheus' text format."), 403: problem('Not allowed.') },
    },
  },
} as const
