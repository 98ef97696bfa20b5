import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { commonCodes, completionWords } from './completion-words.ts'

const words = completionWords(english, {
  nowMs: new Date(2026, 2, 1, 12).getTime(),
  codes: [503, 404],
  sourceUrl: 'wss://user@example.test:8787/ws/notify/me?x=1',
})
const valuesOf = (operator: string) => words.valuesOf(operator).map(({ word }) => word)

test('each operator is proposed, with what it means', () => {
  expect(words.operators.map(({ word }) => word)).toEqual([
    ...['type', 'is', 'has', 'priority', 'code', 'source', 'before', 'after'],
  ])
  expect(words.operators.every(({ help }) => help !== '')).toBe(true)
})

test('days are dates, over the end of a month', () => {
  expect(valuesOf('before')).toEqual(['2026-03-01', '2026-02-28', '2026-02-22', '2026-01-30'])
  expect(words.valuesOf('after')[1]).toMatchObject({ help: 'yesterday', alias: 'yesterday' })
})

test('codes and the source are those that are known', () => {
  expect(valuesOf('code')).toEqual(['503', '404'])
  expect(valuesOf('source')).toEqual(['example.test:8787'])
  const nothing = completionWords(english, { nowMs: 0, codes: [], sourceUrl: '' })
  expect(nothing.valuesOf('source')).toEqual([])
  expect(nothing.valuesOf('constructor')).toEqual([])
})

test('of the codes in the list the commonest come first, and no more than can be read', () => {
  const rows = [404, 503, null, 503, 500].map((errorCode) => ({ errorCode }))
  expect(commonCodes(rows)).toEqual([503, 404, 500])
  expect(commonCodes(Array.from({ length: 40 }, (_, errorCode) => ({ errorCode })))).toHaveLength(8)
})
