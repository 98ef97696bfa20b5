import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAddressReader, readTrustedProxies } from './client-address.ts'

/** @param trusted null: no proxy is */
function read(remoteAddress: string | undefined, forwarded?: string, trusted: string[] | null = null) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  // Of a socket nothing else is read.
  const request = { headers, socket: { remoteAddress } } as Parameters<
    ReturnType<typeof createAddressReader>
  >[0]
  return createAddressReader(trusted && readTrustedProxies(trusted))(request)
}

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [undefined, 'unknown'],
])('%s is counted as %s', (remote, expected) => {
  expect(read(remote)).toBe(expected)
})

test('what a header says counts for nothing without a proxy that is trusted', () => {
  expect(read('192.0.2.7', '198.51.100.1')).toBe('192.0.2.7')
  expect(read('192.0.2.7', '198.51.100.1', ['10.0.0.0/8'])).toBe('192.0.2.7')
})

test.each([
  ['198.51.100.1', '198.51.100.1'],
  ['203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ['203.0.113.9, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
  ['198.51.100.1:4711', '198.51.100.1'],
  ['[2001:db8::1]:4711', '2001:db8:0:0::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['203.0.113.9, unknown', '10.0.0.1'],
  ['', '10.0.0.1'],
  [undefined, '10.0.0.1'],
  ['10.9.9.9', '10.9.9.9'],
])('behind a trusted proxy, %j is %s', (forwarded, expected) => {
  expect(read('::ffff:10.0.0.1', forwarded, ['10.0.0.0/8'])).toBe(expected)
})

test('what a sender puts in front never changes who it is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (invented) => {
      const forwarded = [...invented, '198.51.100.1'].join(', ')
      expect(read('10.0.0.1', forwarded, ['10.0.0.1'])).toBe('198.51.100.1')
    }),
  )
})

test.each([['10.0.0.1'], ['10.0.0.0/8'], ['::1'], ['fd00::/8'], ['0.0.0.0/0']])(
  '%s names proxies',
  (text) => {
    expect(readTrustedProxies([text])).not.toBeNull()
  },
)

test.each([['proxy'], [''], ['10.0.0.0/33'], ['10.0.0.0/'], ['10.0.0.0/8/8'], ['::/129'], ['10.0.0.0/-1']])(
  '%j does not',
  (text) => {
    expect(readTrustedProxies(['10.0.0.1', text])).toBeNull()
  },
)
