/** Builds the program where a source is newer than what was built last: a second start takes no time. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, 'out', '.built-from')
const sources = [
  ...['src/**/*', 'package.json', 'package-lock.json'],
  ...['electron.vite.config.ts', 'scripts/vite/*', 'tsconfig*.json'],
]

/** @throws Error when the build fails; what it printed has been shown */
export function buildIfStale(): void {
  const stamp = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  process.stdout.write('Building Tocsin…\n')
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const build = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (build.status !== 0) {
    process.stderr.write(`${build.stdout}${build.stderr}`)
    throw new Error('Tocsin could not be built: see above.')
  }
  writeFileSync(stampFile, stamp)
}

/** Of names, sizes and times: contents would take longer to read than they are worth here. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const { mtimeMs, size, isFile } = inspect(join(root, file))
    if (isFile) hash.update(`${file}:${size}:${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function inspect(path: string): {
  readonly mtimeMs: number
  readonly size: number
  readonly isFile: boolean
} {
  const stats = statSync(path)
  return { mtimeMs: stats.mtimeMs, size: stats.size, isFile: stats.isFile() }
}
