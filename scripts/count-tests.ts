/** Counts what the test runners report, for the closing line. */

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** @param report vitest's JSON report, which follows jest's */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report as {
    readonly numPassedTests: number
    readonly numFailedTests: number
    readonly numPendingTests: number
    readonly numTodoTests: number
    readonly testResults: readonly {
      readonly status: string
      readonly assertionResults: readonly unknown[]
    }[]
  } // the documented shape of vitest's report
  // A file that fails to load has no tests to count, and must not go unnoticed.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** @param report Playwright's JSON report */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = report as {
    readonly stats: {
      readonly expected: number
      readonly unexpected: number
      readonly flaky: number
      readonly skipped: number
    }
    readonly errors: readonly unknown[]
  } // the documented shape of Playwright's report
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** `12 passed, 0 failed`, and `, 3 skipped` when so. */
export function formatCount({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}
