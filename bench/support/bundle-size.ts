/** How large a built page is: what its first view loads, and what is loaded later or never. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Size = { readonly files: number; readonly raw: number; readonly gzip: number }

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(6)} kB`

/** Prints a line for each kind of file. What index.html names is initial, and what those scripts import statically. */
export function showBundle(name: string, folder: string): void {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const names = readdirSync(join(folder, 'assets'))
  const content = (file: string): Buffer => readFileSync(join(folder, 'assets', file))
  const initial = new Set(names.filter((file) => html.includes(file)))
  // A set that grows while it is walked through: what is added is visited too.
  for (const file of initial) {
    if (extname(file) !== '.js') continue
    const text = content(file).toString('utf8')
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      initial.add(imported ?? '')
  }
  const sizeOf = (extension: string, isInitial: boolean): Size => {
    const files = names.filter((file) => extname(file) === extension && initial.has(file) === isInitial)
    const sum = (size: (file: Buffer) => number): number =>
      files.reduce((total, file) => total + size(content(file)), 0)
    return {
      files: files.length,
      raw: sum((file) => file.length),
      gzip: sum((file) => gzipSync(file).length),
    }
  }
  for (const extension of new Set(names.map((file) => extname(file)).toSorted()))
    for (const isInitial of [true, false]) {
      const { files, raw, gzip } = sizeOf(extension, isInitial)
      const when = isInitial ? 'named by the page' : 'loaded later'
      if (files > 0)
        console.log(`${name}: ${extension.slice(1)} ${when}: ${kB(raw)}, gzip ${kB(gzip)}, in ${files}`)
    }
}
