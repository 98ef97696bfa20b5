import { expect, test } from 'vitest'
import { createOrigins, isOfThisMachine, isSameHost, namesThisMachine, originPattern } from './origins.ts'

test.each([
  'https://app.example.com',
  'http://localhost:3000',
  'null',
  'file://',
  '*',
  'app://tocsin',
  'moz-extension://a-b',
])('%s may be listed', (origin) => expect(origin).toMatch(new RegExp(originPattern)))

test.each([
  'https://app.example.com/',
  'app.example.com',
  'https://',
  'https://*.example.com',
  '',
  'https://a?b',
])('%j may not be listed', (origin) => expect(origin).not.toMatch(new RegExp(originPattern)))

test('a page is listed by its whole origin', () => {
  const { isListed } = createOrigins(['https://App.example.com:443', 'http://localhost:3000'])
  expect(isListed('https://app.example.com')).toBe(true)
  for (const other of [
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://app.example.com.evil.example',
    'https://evil.example/https://app.example.com',
    'https://example.com',
    'http://localhost:3001',
    'null',
    '',
  ]) {
    expect(isListed(other)).toBe(false)
  }
})

test('a star lists all, and only a star does', () => {
  expect(createOrigins(['*']).isListed('https://any.example')).toBe(true)
  expect(createOrigins(['*']).isListed('null')).toBe(true)
  expect(createOrigins([]).isListed('null')).toBe(false)
  expect(createOrigins(['null']).isListed('null')).toBe(true)
  expect(createOrigins(['file://']).isListed('file://')).toBe(true)
})

test.each([
  ['127.0.0.1:8787', true],
  ['127.9.9.9', true],
  ['localhost:8787', true],
  ['LOCALHOST', true],
  ['[::1]:8787', true],
  // As a browser reads it.
  ['2130706433:80', true],
  ['evil.example:8787', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
  ['192.168.1.5', false],
  ['0.0.0.0:8787', false],
  ['', false],
  ['a b', false],
])('Host %j names this machine: %s', (host, expected) => {
  expect(namesThisMachine({ host })).toBe(expected)
})

test.each([
  ['http://localhost:5173', true],
  ['http://app.localhost', true],
  ['https://127.0.0.1', true],
  ['http://[::1]:3000', true],
  ['http://evil.example', false],
  ['http://localhost.evil.example', false],
  ['http://evillocalhost', false],
  ['null', false],
])('Origin %s is of this machine: %s', (origin, expected) => {
  expect(isOfThisMachine(origin)).toBe(expected)
})

test('the same host is the same name and port', () => {
  expect(isSameHost({ origin: 'https://a.example', host: 'a.example' })).toBe(true)
  expect(isSameHost({ origin: 'http://a.example:8787', host: 'a.example:8787' })).toBe(true)
  expect(isSameHost({ origin: 'http://a.example:8788', host: 'a.example:8787' })).toBe(false)
  expect(isSameHost({ origin: 'null', host: 'null' })).toBe(false)
  expect(isSameHost({ host: 'a.example' })).toBe(false)
})
