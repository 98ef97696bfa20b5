import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { clientIdProblem, sourceProblem } from './source-check.ts'

test.each([
  '',
  'wss://example.org',
  'ws://127.0.0.1:8787/ws/notify/{client_id}',
  'wss://a:b@example.org/x?y=z',
])('"%s" can be a source', (address) => {
  expect(sourceProblem(english, address)).toBeNull()
})

test.each([
  ['https://example.org', /ws:\/\/ or wss:\/\//],
  ['example.org', /ws:\/\/ or wss:\/\//],
  ['ws://', /ws:\/\/ or wss:\/\//],
  ['wss://example.org/#top', /after #/],
  [`wss://example.org/${'x'.repeat(3_000)}`, /too long/],
])('"%.40s" is refused in words', (address, words) => {
  expect(sourceProblem(english, address)).toMatch(words)
})

test('a client id is not empty, no dots, and not endless', () => {
  expect(clientIdProblem(english, 'tocsin-1')).toBeNull()
  expect(clientIdProblem(english, '')).toMatch(/must not be empty/)
  expect(clientIdProblem(english, '..')).toMatch(/cannot be “\.\.”/)
  expect(clientIdProblem(english, 'x'.repeat(201))).toMatch(/too long/)
})
