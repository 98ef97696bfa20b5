import { describe, expect, it } from 'vitest'
import { Refusal } from '../../contract/refusal.ts'
import { checkAccessToken } from './access-token.ts'

describe('an access token', () => {
  it('is taken without what copying brings along', () => {
    expect(checkAccessToken(' eyJ.a-b_c~d+e/f==\r\n')).toBe('eyJ.a-b_c~d+e/f==')
  })

  it.each(['', '  ', 'two words', 'a\r\nX-Injected: 1', 'tökén', 'a\u0000b'])(
    'that cannot travel in a header is refused, and not repeated: %j',
    (token) => {
      expect(() => checkAccessToken(token)).toThrow(Refusal)
      expect(() => checkAccessToken(token)).toThrow(/^An access token is one word of letters[^ö:]*$/)
    },
  )
})
