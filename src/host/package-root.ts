/** Where Tocsin's own files are: `resources`, `out/renderer`, `package.json`. Run from source or from a bundle. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @throws Error when no folder above holds Tocsin's `package.json`: the installation is incomplete */
export function findPackageRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && readManifest(folder).name === 'tocsin') return folder
    if (dirname(folder) === folder) {
      throw new Error(`Tocsin's package.json is in no folder above ${from}: please install Tocsin again.`)
    }
  }
}

export const readVersion = (root: string): string => readManifest(root).version

function readManifest(folder: string): { readonly name: string; readonly version: string } {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return manifest as { readonly name: string; readonly version: string } // npm demands both
}
