import { expect, test } from 'vitest'
import { formatServerUrl, isLoopback, readListenAddress } from './server-address.ts'

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

test('an address to listen on has a port, and brackets where it has colons', () => {
  expect(readListenAddress('127.0.0.1:9464')).toEqual({ bind: '127.0.0.1', port: 9464 })
  expect(readListenAddress('[::1]:0')).toEqual({ bind: '::1', port: 0 })
  expect(readListenAddress('localhost:80')).toEqual({ bind: 'localhost', port: 80 })
  for (const text of ['', ':80', '9464', '::1:80', '[]:80', 'a:', 'a:65536', 'a:1e3', 'a:-1']) {
    expect(readListenAddress(text)).toBeNull()
  }
})
