/** Writes a module that makes schemas as one that has them: what it exports is data, with checks instead of schemas. */
import type { TSchema } from 'typebox'
import { importCheck, type SchemaChecks } from './schema-checks.ts'

type Exported = Readonly<Record<string, unknown>>

/** What typebox makes has a hidden mark. */
const isSchema = (value: unknown): value is TSchema =>
  typeof value === 'object' && value !== null && '~kind' in value

export function schemasIn(exported: Exported): readonly TSchema[] {
  return Object.values(exported).flatMap(schemasOf)
}

function schemasOf(value: unknown): readonly TSchema[] {
  if (isSchema(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(schemasOf) : []
}

/** A module that exports code becomes one that throws. */
export function writeModule(exported: Exported, checks: SchemaChecks): string {
  const functions = Object.entries(exported).filter(([, value]) => typeof value === 'function')
  if (functions.length > 0) {
    const names = functions.map(([name]) => name).join(', ')
    const sentence = `A module with schemas exports data alone, since it is run while building: move ${names} elsewhere.`
    return `throw new Error(${JSON.stringify(sentence)})`
  }
  const used = new Set(schemasIn(exported).map((schema) => checks.nameFor(schema)))
  const consts = Object.entries(exported).map(
    ([name, value]) => `export const ${name} = ${textOf(value, checks)}`,
  )
  return [...[...used].map(importCheck), ...consts].join('\n')
}

function textOf(value: unknown, checks: SchemaChecks): string {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, checks)).join(', ')}]`
  if (isSchema(value)) return schemaText(value, checks)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${textOf(inner, checks)}`)
    .join(', ')} }`
}

/** With the keywords that a form reads: limits, and what can be chosen. */
function schemaText(schema: TSchema, checks: SchemaChecks): string {
  const keywords = Object.entries(schema).filter(([, value]) => isPlain(value))
  const texts = keywords.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `{ ${[`check: ${checks.nameFor(schema)}`, ...texts].join(', ')} }`
}

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object'
