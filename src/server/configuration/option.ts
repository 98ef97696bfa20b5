/** One option of the server: what it takes, and how it is told of. Its names follow from its key in the table. */
import type { Static, TSchema } from 'typebox'

export type OptionGroup = 'serving' | 'access' | 'limits' | 'mock' | 'nodes' | 'operating'

export type Option<Schema extends TSchema = TSchema, Default = unknown> = {
  /** A string, a number, an integer, a boolean, a union of words, or an array of strings: then the flag may be repeated. */
  readonly schema: Schema
  /** Null: nothing is chosen. `defaultText` says what that means. */
  readonly default: Default
  /** How the default is told to people, where its value does not say it. */
  readonly defaultText?: string
  /** In capitals, as help shows it after the flag. Of no use for a boolean. */
  readonly valueName?: string
  /** What a refusal says after "needs": `a number from 0 to 65535`. */
  readonly needs: string
  /** One sentence without its full stop. */
  readonly help: string
  readonly group: OptionGroup
  /** Never printed, neither by `--print-config` nor in a refusal. */
  readonly isSecret?: boolean
}

/** Checks that the default is of the schema's type, and keeps both for `Configuration`. */
export function defineOption<Schema extends TSchema, const Default extends Readonly<Static<Schema>> | null>(
  option: Option<Schema, Default>,
): Option<Schema, Default> {
  return option
}

export type ValueOf<O> =
  O extends Option<infer Schema, infer Default>
    ? Static<Schema> | (null extends Default ? null : never)
    : never

/** What of JSON Schema decides how a text is read; `string` for all that is words. */
export type ValueKind = 'boolean' | 'number' | 'list' | 'string'

export function kindOf({ schema }: Pick<Option, 'schema'>): ValueKind {
  const type = 'type' in schema ? schema.type : undefined
  if (type === 'boolean') return 'boolean'
  if (type === 'number' || type === 'integer') return 'number'
  return type === 'array' ? 'list' : 'string'
}

export const flagOf = (name: string): string => `--${name}`

const variablePrefix = 'TOCSIN_SERVER_'

/** `data-dir` → `TOCSIN_SERVER_DATA_DIR` */
export const variableOf = (name: string): string =>
  `${variablePrefix}${name.replaceAll('-', '_').toUpperCase()}`

/** @returns null for a variable that is none of ours */
export function nameOfVariable(variable: string): string | null {
  if (!variable.startsWith(variablePrefix)) return null
  return variable.slice(variablePrefix.length).replaceAll('_', '-').toLowerCase()
}
