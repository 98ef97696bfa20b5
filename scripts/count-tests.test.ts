import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, formatCount, sumCounts } from './count-tests.ts'

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }

describe('counting', () => {
  it('takes every outcome of vitest, and files that never ran', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const failed = { status: 'failed', assertionResults: [{}] }
    expect(countVitest({ ...vitest, testResults: [broken, failed] })).toEqual({
      passed: 5,
      failed: 2,
      skipped: 3,
    })
  })

  it('takes every outcome of Playwright, and errors outside tests', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 2, skipped: 2 })
  })

  it('adds up to one line', () => {
    const sum = sumCounts([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 0, skipped: 0 },
    ])
    expect(formatCount(sum)).toBe('3 passed, 0 failed')
    expect(formatCount({ ...sum, skipped: 4 })).toBe('3 passed, 0 failed, 4 skipped')
  })
})
