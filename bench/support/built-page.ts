/** The pages and probes of `bench/pages`, built with the settings of the window's own build. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build, type InlineConfig } from 'vite'
import { temporaryFolder } from './temporary-folder.ts'

const project = join(import.meta.dirname, '..', '..')
const pages = join(import.meta.dirname, '..', 'pages')

/** A page that the window is compared with. */
export type PeerName = 'empty' | 'newest-first' | 'virtualised'

/** @returns the folder of the built page, there as long as this process runs */
export async function buildPage(name: PeerName): Promise<string> {
  const outDir = temporaryFolder(name)
  // Not its plugins: the peers are of React, as it comes.
  const { build: window } = await windowSettings()
  const settings = { ...window, outDir, emptyOutDir: false }
  await build({
    ...{ configFile: false, logLevel: 'error', root: join(pages, name) },
    build: { ...settings, rolldownOptions: { input: join(pages, name, 'index.html') } },
  })
  return outDir
}

/** @returns a script that a page runs before its own code */
export async function buildProbe(name: 'opening-probe' | 'frame-probe'): Promise<string> {
  const outDir = temporaryFolder('probe')
  const entry = join(pages, 'probes', `${name}.ts`)
  await build({
    ...{ configFile: false, logLevel: 'error', root: pages },
    build: { outDir, lib: { entry, formats: ['iife'], name: 'benchProbe', fileName: () => 'probe.js' } },
  })
  return readFileSync(join(outDir, 'probe.js'), 'utf8')
}

async function windowSettings(): Promise<InlineConfig> {
  const { config } = await resolveConfig({ root: project }, 'build', 'production')
  if (config?.renderer === undefined) throw new Error('electron.vite.config.ts has no renderer.')
  return config.renderer
}
