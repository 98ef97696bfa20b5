/** `npm test`: builds what is stale, runs every test runner, and ends with one line that counts them all. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { type Count, countPlaywright, countVitest, formatCount, sumCounts } from './count-tests.ts'
import { formatNames, type Named, namePlaywright, nameVitest } from './name-tests.ts'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'tocsin-reports-'))

function run(
  cli: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): boolean {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', cli), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  return status === 0
}

type Outcome = { readonly count: Count; readonly named: Named }

/** A runner that left no report did not get as far as its tests: that is a failure, not nothing. */
function readOutcome(
  runner: string,
  file: string,
  read: (report: unknown) => Outcome,
  endedWell: boolean,
): Outcome {
  const failedAs = (why: string, flaky: Named['flaky'] = []): Named => ({
    failed: [`${runner} | ${why}`],
    flaky,
  })
  try {
    const { count, named } = read(JSON.parse(readFileSync(file, 'utf8')))
    if (endedWell || count.failed > 0) return { count, named }
    const why = 'Something went wrong outside of its tests.'
    return { count: { ...count, failed: 1 }, named: failedAs(why, named.flaky) }
  } catch {
    return { count: { passed: 0, failed: 1, skipped: 0 }, named: failedAs('It ended without a report.') }
  }
}

buildIfStale()
const units = join(reports, 'vitest.json')
const unitsEndedWell = run('vitest/vitest.mjs', [
  'run',
  // Left to itself it keeps one core free, which of two is half.
  '--maxWorkers=100%',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${units}`,
])
const journeys = join(reports, 'playwright.json')
const journeysEndedWell = run(
  '@playwright/test/cli.js',
  ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
  {
    PLAYWRIGHT_JSON_OUTPUT_FILE: journeys,
  },
)

const outcomes = [
  readOutcome(
    'vitest',
    units,
    (report) => ({ count: countVitest(report), named: nameVitest(report, root) }),
    unitsEndedWell,
  ),
  readOutcome(
    'Playwright',
    journeys,
    (report) => ({ count: countPlaywright(report), named: namePlaywright(report) }),
    journeysEndedWell,
  ),
]
rmSync(reports, { recursive: true, force: true })
const total = sumCounts(outcomes.map(({ count }) => count))
// Once more, since the end of a long log may be all that is kept of it.
const names = formatNames({
  failed: outcomes.flatMap(({ named }) => named.failed),
  flaky: outcomes.flatMap(({ named }) => named.flaky),
})
process.stdout.write(`\n${[...names, formatCount(total)].join('\n')}\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
