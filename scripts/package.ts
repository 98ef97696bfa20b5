/** `npm run package`: builds what is stale, then has electron-builder make installers for this platform into `dist`. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { platformName } from '../src/host/platform-name.ts'
import { buildIfStale } from './build-if-stale.ts'

/** Fetched when it is needed: 280 packages, one with an install script, that nothing else here has any use for. */
const packager = 'electron-builder@26.17.0'

const root = join(import.meta.dirname, '..')

try {
  buildIfStale()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
process.stdout.write(
  `Packaging with ${packager}. npm fetches it (about 95 MB), and it fetches Electron and this platform's packaging tools, where they are not here yet.\n`,
)
const { status, error } = spawnSync(
  'npx',
  [
    '--yes',
    packager,
    '--config',
    'electron-builder.config.ts',
    '--publish',
    'never',
    ...process.argv.slice(2),
  ],
  // npm is a script on Windows, and only a shell starts one.
  { cwd: root, stdio: 'inherit', shell: platformName === 'win32' },
)
if (error !== undefined) process.stderr.write(`npx could not be started: ${error.message}\n`)
process.exitCode = status ?? 1
