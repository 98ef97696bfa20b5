import { describe, expect, it } from 'vitest'
import { readClientId, resolveEndpoint } from './endpoint.ts'

const urlOf = (source: string, clientId = 'alice') => {
  const checked = resolveEndpoint(source, clientId)
  return checked.ok ? checked.url : checked.problem
}

describe('resolveEndpoint', () => {
  it.each([
    ['wss://mockly.me/ws/notify/{client_id}', 'wss://mockly.me/ws/notify/alice'],
    ['wss://mockly.me', 'wss://mockly.me/ws/notify/alice'],
    ['wss://mockly.me/', 'wss://mockly.me/ws/notify/alice'],
    ['ws://127.0.0.1:8787/ws/notify', 'ws://127.0.0.1:8787/ws/notify/alice'],
    ['ws://127.0.0.1:8787/ws/notify/', 'ws://127.0.0.1:8787/ws/notify/alice'],
    ['ws://host/ws/notify/bob', 'ws://host/ws/notify/bob'],
    ['ws://host/other/feed?x=1', 'ws://host/other/feed?x=1'],
    ['ws://host/?token=t', 'ws://host/ws/notify/alice?token=t'],
    ['  ws://host  ', 'ws://host/ws/notify/alice'],
  ])('%s', (source, url) => expect(urlOf(source)).toBe(url))

  it.each(['alice', 'a b', 'ä/ö', '100%', '?#', '{client_id}', '日本'])(
    'carries the client id %s there and back',
    (id) => {
      expect(readClientId(new URL(urlOf('ws://host', id)).pathname)).toBe(id)
      expect(readClientId(new URL(urlOf('ws://host/ws/notify/{client_id}', id)).pathname)).toBe(id)
    },
  )

  it.each(['http://host', 'host', '', 'ws://', 'wss:', 'javascript:alert(1)'])('refuses %s', (source) => {
    expect(urlOf(source)).toBe('no-address')
  })

  it('refuses what no address can carry', () => {
    expect(urlOf('ws://host', '')).toBe('no-client-id')
    expect(urlOf('ws://host', '..')).toBe('dots')
    expect(urlOf('ws://host/#x')).toBe('fragment')
  })
})

describe('readClientId', () => {
  it.each(['/ws/notify/', '/ws/notify', '/ws/notify/a/b', '/other/a', '/ws/notify/%zz', '/ws/notify/%'])(
    '%s has none',
    (path) => {
      expect(readClientId(path)).toBeNull()
    },
  )
})
