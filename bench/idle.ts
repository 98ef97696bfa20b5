/** What does an idle, connected engine cost, against a bare Node process with one socket and an open SQLite file?
 * Wanted: at most 1.5 x its memory, below 0.1 % of a core. Each in a process of its own, bundled as the product is. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Cost } from './support/idle-process.ts'
import { startSource } from './support/source.ts'

const project = join(import.meta.dirname, '..')
// Inside the project, where the bundle finds its dependencies.
const outDir = mkdtempSync(join(project, 'node_modules', '.cache', 'bench-'))
await build({
  root: project,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: ['typebox'] },
  build: { outDir, target: 'node24', ssr: join(import.meta.dirname, 'support', 'idle-process.ts') },
})
const program = join(outDir, 'idle-process.js')

async function costOf(what: string, url: string): Promise<Cost> {
  const child = spawn(process.execPath, [program, what, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer] // a stream of bytes
  return JSON.parse(line.toString()) as Cost
}

const source = await startSource({ count: 1_000_000, rate: 0.2 })
const [bare, engine] = await Promise.all([costOf('bare', source.url), costOf('engine', source.url)])
source.stop()
rmSync(outDir, { recursive: true, force: true })

const show = (name: string, { rss, pss, core }: Cost): void =>
  console.log(
    `${name.padEnd(8)} RSS ${rss.toFixed(0)} MB, PSS ${pss.toFixed(0)} MB, ${core.toFixed(3)} % of a core`,
  )
show('bare', bare)
show('engine', engine)
console.log(`ratio of RSS: ${(engine.rss / bare.rss).toFixed(2)} x (wanted: at most 1.5)`)
