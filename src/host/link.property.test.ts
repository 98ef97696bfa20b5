import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../i18n/i18n-under-test.ts'
import { parseLink } from './link.ts'

const value = fc.string({ unit: 'binary', maxLength: 60 })
const anyText = fc.oneof(
  value,
  fc.tuple(fc.constantFrom('notification', 'search', 'source', 'x'), value).map((parts) => {
    return `tocsin://${parts[0]}${parts[1]}`
  }),
  fc.tuple(fc.constantFrom('search?q=', 'source?url=', 'notification/'), value).map((parts) => {
    return `tocsin://${parts[0]}${parts[1]}`
  }),
)

describe('whatever a link says', () => {
  it('it is read or refused, and no sentence repeats what a stranger wrote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseLink(text)
        if (read.kind === 'bad') expect(inEnglish(read.problem)).toMatch(/^[\x20-\x7e]{1,200}$/)
        if (read.kind === 'notification') expect(read.rowId).toBeGreaterThan(0)
      }),
    )
  })

  it('words that can be seen come through as they are', () => {
    const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(words, (query) => {
        fc.pre(query.trim() !== '')
        const read = parseLink(`tocsin://search?q=${encodeURIComponent(query)}`)
        expect(read).toEqual({ kind: 'search', query: query.trim() })
      }),
    )
  })
})
