import { expect, test } from 'vitest'
import { formatServerUrl, isLoopback } from './server-address.ts'

test('an IPv6 address is written in brackets', () => {
  expect(formatServerUrl('127.0.0.1', 8787)).toBe('ws://127.0.0.1:8787')
  expect(formatServerUrl('::1', 8787)).toBe('ws://[::1]:8787')
})

test.each(['127.0.0.1', '127.8.8.8', '::1', '0:0:0:0:0:0:0:1', 'localhost'])('%s is loopback', (bind) => {
  expect(isLoopback(bind)).toBe(true)
})

test.each(['0.0.0.0', '::', '192.168.1.7', 'fe80::1', 'example.com', '127.example.com', ''])(
  '"%s" is not loopback',
  (bind) => expect(isLoopback(bind)).toBe(false),
)
