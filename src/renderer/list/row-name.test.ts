import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { rowName } from './row-name.ts'
import { sampleRow } from './sample-rows.ts'

test('a row is named by its type, then its title', () => {
  expect(rowName(english, sampleRow(1, { type: 'error', title: 'Backup failed' }))).toBe(
    'Error: Backup failed',
  )
})

test('a title that shows nothing gives way to the type', () => {
  expect(rowName(english, sampleRow(1, { type: 'success', title: '\u200b \u202e' }))).toBe('Success: Success')
})
