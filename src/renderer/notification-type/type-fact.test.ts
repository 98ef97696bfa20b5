import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { sampleRow } from '../list/sample-rows.ts'
import { typeFact } from './type-fact.ts'

test('each type tells its own fact', () => {
  expect(typeFact(english, sampleRow(1, { priority: 'high' }))).toBe('High priority')
  expect(typeFact(english, sampleRow(1, { type: 'warning', actionRequired: true }))).toBe('Action required')
  expect(typeFact(english, sampleRow(1, { type: 'error', errorCode: 503, retryAllowed: true }))).toBe(
    'Code 503 · retry possible',
  )
  expect(typeFact(english, sampleRow(1, { type: 'success', completionTime: '3.25s' }))).toBe(
    'Completed in 3.25s',
  )
})

test('what the server left out is not made up', () => {
  expect(typeFact(english, sampleRow(1, { priority: null }))).toBeNull()
  expect(typeFact(english, sampleRow(1, { type: 'warning', actionRequired: false }))).toBeNull()
  expect(typeFact(english, sampleRow(1, { type: 'error' }))).toBeNull()
  expect(typeFact(english, sampleRow(1, { type: 'error', retryAllowed: false }))).toBe('no retry')
  expect(typeFact(english, sampleRow(1, { type: 'success' }))).toBeNull()
})

test('a completion time of any length stays short', () => {
  const fact = typeFact(english, sampleRow(1, { type: 'success', completionTime: 'x'.repeat(100_000) }))
  expect(fact?.length).toBeLessThan(100)
})
