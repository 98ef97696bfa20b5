/**
 * Vite plugin: the window's schemas are checked by code that is written while building. A page's CSP forbids `eval`, so
 * there typebox would walk through each schema anew for each value, and be a fifth of what the window loads.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TSchema } from 'typebox'
import { normalizePath, type Plugin } from 'vite'
import { writeChecks } from './schema-checks.ts'
import { schemasIn, writeModule } from './schema-module.ts'

/** @param source the folder `src` */
export function checkedAhead(source: string): Plugin {
  const folders = ['contract', 'protocol', 'renderer'].map((folder) => join(source, folder, '**', '*.ts'))
  const validate = join(source, 'contract', 'validate.ts')
  /** Texts by id. */
  let modules: ReadonlyMap<string, string> = new Map()
  return {
    name: 'tocsin-checked-ahead',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      const files = globSync(folders).filter((file) => makesSchemas(file))
      const loaded = await Promise.all(files.map(async (file) => [file, await load(file)] as const))
      const schemas = loaded.flatMap(([, exported]): readonly TSchema[] => schemasIn(exported))
      const checks = writeChecks(schemas)
      modules = new Map([
        ...checks.modules,
        ...loaded.map(([file, exported]) => [normalizePath(file), writeModule(exported, checks)] as const),
      ])
    },
    async resolveId(wanted, importer) {
      if (modules.has(wanted)) return wanted
      if (!wanted.endsWith('/validate.ts')) return
      const found = await this.resolve(wanted, importer, { skipSelf: true })
      return found?.id === normalizePath(validate)
        ? normalizePath(join(source, 'contract', 'validate-ahead.ts'))
        : found
    },
    load(id) {
      return modules.get(id)
    },
  }
}

const makesSchemas = (file: string): boolean =>
  !file.endsWith('.test.ts') && /^import Type\b.* from 'typebox'$/m.test(readFileSync(file, 'utf8'))

const load = (file: string): Promise<Readonly<Record<string, unknown>>> => import(pathToFileURL(file).href)
