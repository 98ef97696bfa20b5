/** Writes the code of functions that check values against schemas: what typebox would compile where `eval` is allowed. */
import type { TSchema } from 'typebox'
import { Build } from 'typebox/schema'

export type SchemaChecks = {
  /**
   * A module's text for each id. It exports one function of its own name, that takes a value and says whether it is as
   * the schema has it. One each, so that the bundler puts each where it is needed.
   */
  readonly modules: ReadonlyMap<string, string>
  /** The name of the function for a schema that was among those given. */
  nameFor(schema: TSchema): string
}

/** Shorter ones are quicker checked on the spot than in a function of their own. */
const leastShared = 120

export function writeChecks(schemas: readonly TSchema[]): SchemaChecks {
  const roots = [...new Set(schemas.map(textOf))]
  const shared = sharedIn(roots)
  // The names of a context are looked up as `$ref`s, and what has a name becomes a function, once.
  const named = new Map([...new Set([...roots, ...shared])].map((text, index) => [text, `S${index}`]))
  const context = Object.fromEntries([...named].map(([text, name]) => [name, withNames(text, named)]))
  const build = Build(context, { prefixItems: roots.map((text) => ({ $ref: named.get(text) })) })
  const [entry = '', ...functions] = build.Functions()
  const { identifier, variables } = build.External()
  const names = new Map(
    [...entry.matchAll(/(check_\d+)\(value\[(\d+)\]\)/g)].map(([, name, at]) => [roots[Number(at)], name]),
  )
  const patterns = variables.map(literalOf)
  return {
    modules: new Map(functions.map((text) => toModule(withPatterns(text, identifier, patterns)))),
    nameFor(schema) {
      const name = names.get(textOf(schema))
      if (name === undefined) throw new Error(`No check was written for ${textOf(schema)}.`)
      return name
    },
  }
}

export const importCheck = (name: string): string => `import { ${name} } from ${JSON.stringify(idOf(name))}`

const idOf = (name: string): string => `\0schema/${name}`

/** Typebox compiles a pattern once for all; written into the one check that needs it, it is where it is needed. */
const withPatterns = (text: string, identifier: string, patterns: readonly string[]): string =>
  text.replaceAll(new RegExp(`\\b${identifier}\\[(\\d+)\\]`, 'g'), (_found, at) => patterns[Number(at)] ?? '')

function toModule(text: string): readonly [id: string, code: string] {
  const [name = '', ...called] = new Set(text.match(/\bcheck_\d+\b/g))
  const imports = called.map(importCheck)
  if (text.includes('Guard.')) imports.push("import { Guard } from 'typebox/guard'")
  return [idOf(name), [...imports, `export ${text}`].join('\n')]
}

const textOf = (schema: unknown): string => JSON.stringify(schema)
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The texts of what stands in several places. */
function sharedIn(roots: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const shared = new Set<string>()
  const visit = (part: unknown): void => {
    if (!isObject(part)) return
    const text = textOf(part)
    if (text.length >= leastShared && isSchema(part)) {
      if (seen.has(text)) {
        shared.add(text)
        return
      }
      seen.add(text)
    }
    for (const inner of Object.values(part)) visit(inner)
  }
  for (const root of roots) visit(JSON.parse(root))
  return [...shared]
}

/** Not a list of schemas, nor a map of properties, whose keys could be called anything. */
const isSchema = (part: object): boolean =>
  !Array.isArray(part) &&
  (('type' in part && typeof part.type === 'string') || ('anyOf' in part && Array.isArray(part.anyOf)))

/** What the schema of this text holds, with `$ref`s for all that has a name. */
function withNames(text: string, named: ReadonlyMap<string, string>): object {
  const replace = (part: unknown): unknown => {
    if (!isObject(part)) return part
    const name = named.get(textOf(part))
    return name === undefined ? inside(part) : { $ref: name }
  }
  const inside = (part: object): object =>
    Array.isArray(part)
      ? part.map(replace)
      : Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replace(inner)]))
  return inside(JSON.parse(text))
}

function literalOf(variable: unknown): string {
  if (variable instanceof RegExp) return String(variable)
  throw new Error('A schema of the contract holds something that cannot be written down: only patterns can.')
}
