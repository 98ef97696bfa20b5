/** `npm test`: builds what is stale, runs every test runner, and ends with one line that counts them all. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { type Count, countPlaywright, countVitest, formatCount, sumCounts } from './count-tests.ts'

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

/** A runner that left no report did not get as far as its tests: that is a failure, not nothing. */
function readCount(file: string, count: (report: unknown) => Count, endedWell: boolean): Count {
  try {
    const counted = count(JSON.parse(readFileSync(file, 'utf8')))
    return endedWell || counted.failed > 0 ? counted : { ...counted, failed: 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

buildIfStale()
const units = join(reports, 'vitest.json')
const unitsEndedWell = run('vitest/vitest.mjs', [
  'run',
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

const total = sumCounts([
  readCount(units, countVitest, unitsEndedWell),
  readCount(journeys, countPlaywright, journeysEndedWell),
])
rmSync(reports, { recursive: true, force: true })
process.stdout.write(`\n${formatCount(total)}\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
