/** Desktop entries of freedesktop.org: a command line as their `Exec` has it, and back. Pure. */
import { WordedError } from '../../engine/worded-error.ts'
import { worded } from '../../i18n/wording.ts'

/** @returns the text of a file with one group. Values are of the type string: escaped here */
export function writeDesktopEntry(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}=${escapeValue(value)}`)
  return `[Desktop Entry]\n${lines.join('\n')}\n`
}

/** @returns the keys of its main group, the last of several the same; what is no entry has none */
export function readDesktopEntry(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  let isMain = false
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) isMain = line.trimEnd() === '[Desktop Entry]'
    const [key, value] = isMain ? splitLine(line) : [null, '']
    if (key !== null) values[key] = unescapeValue(value)
  }
  return values
}

function splitLine(line: string): readonly [string | null, string] {
  const at = line.indexOf('=')
  const key = line.slice(0, Math.max(at, 0)).trim()
  return /^[A-Za-z0-9-]+$/.test(key) ? [key, line.slice(at + 1).trim()] : [null, '']
}

/**
 * The Desktop Entry Specification, "The Exec key": quoted, with a backslash before what a shell would expand, and a
 * percent sign doubled, since it begins a field code.
 * @throws WordedError: the specification has no way to write a program with an equals sign
 */
export function toExec([program = '', ...args]: readonly string[]): string {
  if (program.includes('=')) {
    throw new WordedError(worded('desktop.login.equals', { program }))
  }
  return [program, ...args].map(quote).join(' ')
}

const quote = (argument: string): string =>
  `"${argument.replaceAll('%', '%%').replaceAll(/["`$\\]/g, '\\$&')}"`

/** @returns what `toExec` was given; null for what it would not have written */
export function fromExec(exec: string): readonly string[] | null {
  const quoted = /"((?:[^"\\`$]|\\["`$\\])*)"/y
  const args: string[] = []
  for (let at = 0; at <= exec.length; ) {
    quoted.lastIndex = at
    const found = quoted.exec(exec)
    const end = at + (found?.[0].length ?? 0)
    if (found === null || !(end === exec.length || exec[end] === ' ')) return null
    args.push((found[1] ?? '').replaceAll(/\\(.)/gs, '$1').replaceAll('%%', '%'))
    at = end + 1
  }
  return args
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' }
const escapeValue = (value: string): string => {
  const escaped = value.replaceAll(/[\\\n\t\r]/g, (char) => escapes[char] ?? char)
  // Spaces at the ends are not kept otherwise.
  return escaped.replaceAll(/^ | $/g, '\\s')
}

const meanings: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }
const unescapeValue = (value: string): string =>
  value.replaceAll(/\\(.)/g, (written, char: string) => meanings[char] ?? written)
