/** Reads the configuration file by the table: one JSON object whose keys are the options' names. */
import { checkValue } from './read-value.ts'
import { isOptionName, serverOptions } from './server-options.ts'
import type { ReadSettings, Setting } from './setting.ts'

/** @param readText gives the text of a file, or throws as Node does */
export function readFile(path: string, readText: (path: string) => string): ReadSettings {
  let document: unknown
  try {
    document = JSON.parse(readText(path))
  } catch (error) {
    return { ok: false, problem: explain(path, error) }
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return { ok: false, problem: `${path} needs one JSON object, such as {"port": 8787}` }
  }
  const settings: Setting[] = []
  for (const [name, value] of Object.entries(document)) {
    const place = `${path}: ${JSON.stringify(name)}`
    if (!isOptionName(name)) return { ok: false, problem: `${place} is no option of this server` }
    const read = checkValue(serverOptions[name], value, place)
    if (!read.ok) return read
    settings.push({ name, value: read.value, source: { kind: 'file', path } })
  }
  return { ok: true, settings }
}

function explain(path: string, error: unknown): string {
  // A parser's message quotes the file, and secrets may be in it: only where it stopped is told.
  if (error instanceof SyntaxError) {
    const position = /position \d+( \(line \d+ column \d+\))?/.exec(error.message)?.[0]
    return `${path} is not JSON${position === undefined ? '' : `: see ${position}`}`
  }
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return `There is no configuration file ${path}`
  if (code === 'EISDIR') return `${path} is a folder, and a configuration file is needed`
  return `The configuration file ${path} cannot be read (${String(code ?? error)})`
}
