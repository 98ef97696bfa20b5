import { describe, expect, it } from 'vitest'
import { inEnglish } from '../i18n/i18n-under-test.ts'
import { isLink, parseLink } from './link.ts'

describe('a link', () => {
  it.each([
    ['tocsin://notification/7', { kind: 'notification', rowId: 7 }],
    ['TOCSIN://Notification/7/', { kind: 'notification', rowId: 7 }],
    ['tocsin://search?q=type%3Aerror+disk', { kind: 'search', query: 'type:error disk' }],
    ['tocsin://search/?q=disk', { kind: 'search', query: 'disk' }],
    ['tocsin://source?url=wss://h.example/x', { kind: 'source', url: 'wss://h.example/x' }],
    [
      'tocsin://source?url=wss%3A%2F%2Fh.example%2Fx%3Fa%3D1%26b%3D2',
      { kind: 'source', url: 'wss://h.example/x?a=1&b=2' },
    ],
  ])('%s is read', (text, link) => expect(parseLink(text)).toEqual(link))

  it.each([
    [''],
    ['https://notification/7'],
    ['tocsin://'],
    ['tocsin://quit'],
    ['tocsin://notification/'],
    ['tocsin://notification/0'],
    ['tocsin://notification/-7'],
    ['tocsin://notification/7.5'],
    ['tocsin://notification/99999999999999999'],
    ['tocsin://user@notification/7'],
    ['tocsin://notification:80/7'],
    ['tocsin://search'],
    ['tocsin://search?q='],
    ['tocsin://search?q=a&q=b'],
    ['tocsin://search/deeper?q=a'],
    [`tocsin://search?q=${'a'.repeat(1_001)}`],
    ['tocsin://search?q=a%00b'],
    ['tocsin://search?q=a%E2%80%AEb'],
    ['tocsin://notification/7\n'],
    ['tocsin://source?url=https://h'],
    ['tocsin://source?url=wss://h/%0a%0d'],
    [`tocsin://source?url=wss://h/${'a'.repeat(4_096)}`],
  ])('%j is refused in one sentence', (text) => {
    const read = parseLink(text)
    expect(read.kind).toBe('bad')
    expect(read.kind === 'bad' && inEnglish(read.problem)).toMatch(/^This link cannot be opened: [^\n]+\.$/)
  })

  it('is known by its scheme', () => {
    expect(isLink('Tocsin://x')).toBe(true)
    expect(isLink('--source=tocsin://x')).toBe(false)
  })
})
