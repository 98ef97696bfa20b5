import { expect, test } from 'vitest'
import { english, german } from './i18n-under-test.ts'
import { isSameWording, say, worded } from './wording.ts'

test('it is said in the language that is chosen by then, and so is what it holds', () => {
  const wording = worded('engine-connection.close.said', {
    ...{ sentence: worded('engine-connection.close.1001'), reason: 'bis morgen' },
  })
  expect(say(english, wording)).toBe('The server is shutting down. It said: bis morgen')
  expect(say(german, wording)).toBe('Der Server wird beendet. Er gab an: bis morgen')
  expect(say(german, structuredClone(wording))).toBe(say(german, wording))
})

test('the words of others are said as they are, braces and all', () => {
  expect(say(german, 'it’s {broken}')).toBe('it’s {broken}')
  const wording = worded('engine-connection.network.other.server', { message: '{x} <b>' })
  expect(say(english, wording)).toBe('The connection failed: {x} <b>.')
})

test('two are the same where both text and values are', () => {
  const closed = (code: number) => worded('engine-connection.close.other', { code })
  expect(isSameWording(closed(4_000), closed(4_000))).toBe(true)
  expect(isSameWording(closed(4_000), closed(4_001))).toBe(false)
  expect(isSameWording(null, closed(4_000))).toBe(false)
})
