/** One set of specs, a Playwright project for each host. */
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './find-chromium.ts'
import { electronSkipReason } from './hosts/electron-host.ts'
import { type HostName, hostNames } from './hosts/host.ts'
import { oneHost } from './one-host.ts'
import { packageRoot } from './program/paths.ts'

const { executablePath, env } = await findChromium()
const skipReason = electronSkipReason()
const hosts = hostNames.filter((name) => name !== 'electron' || skipReason === null)

// Each test starts the program anew: what V8 made of its code (and, for the stand-in, of TypeScript) need not be made
// anew each time. Workers and all that they start inherit it.
process.env['NODE_COMPILE_CACHE'] ??= join(packageRoot, 'node_modules', '.cache', 'compile')

// Every worker reads this file too; one of them is enough to say so.
const isFirst = process.env['TEST_WORKER_INDEX'] === undefined
if (isFirst && skipReason !== null) process.stderr.write(`electron: skipped, because ${skipReason}\n`)

export default defineConfig<{ hostName: HostName }>({
  testDir: '.',
  outputDir: join(packageRoot, 'test-results'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // In CI alone, where the machine is shared and now and then stands still for seconds. What needs its second try is
  // counted as passed and named as flaky at the end of `npm test`.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: hosts.map((hostName) => ({
    name: hostName,
    use: { hostName },
    // The stand-in's own specs are about nothing else.
    testIgnore: hostName === 'stand-in' ? [] : ['**/stand-in/**'],
    ...(hostName === 'stand-in' ? { grepInvert: new RegExp(oneHost.tag) } : {}),
  })),
})
