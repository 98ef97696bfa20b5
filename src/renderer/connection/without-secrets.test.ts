import { expect, test } from 'vitest'
import { withoutSecrets } from './without-secrets.ts'

test.each([
  ['wss://example.org/ws/notify/{client_id}', 'wss://example.org/ws/notify/{client_id}'],
  ['wss://me:secret@example.org/a', 'wss://…@example.org/a'],
  ['wss://:secret@example.org/a', 'wss://…@example.org/a'],
  ['wss://example.org/a?token=secret', 'wss://example.org/a?…'],
  ['no address', 'no address'],
])('%s is shown as %s', (address, shown) => {
  expect(withoutSecrets(address)).toBe(shown)
})
