import { expect, it } from 'vitest'
import { isSameSource, sourceHost } from './source-address.ts'

it('the machine is named, whatever stands before it', () => {
  expect(sourceHost('wss://good.example@evil.example:8443/ws')).toBe('evil.example:8443')
  expect(sourceHost('wss://gооd.example/')).toMatch(/^xn--/)
  expect(sourceHost('https://h')).toBeNull()
})

it('an address is the same with and without the path that is added', () => {
  expect(isSameSource('ws://h', 'ws://h/ws/notify/me', 'me')).toBe(true)
  expect(isSameSource('ws://h', 'ws://h/ws/notify/me', 'you')).toBe(false)
  expect(isSameSource('ws://h', 'ws://h:81', 'me')).toBe(false)
  expect(isSameSource('', '', 'me')).toBe(true)
})
