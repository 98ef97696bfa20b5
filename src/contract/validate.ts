/** Checks values against the contract's schemas. Interpreted, since a window's CSP forbids compiled checks. */
import type { Static, TSchema } from 'typebox'
import { Check, Errors } from 'typebox/value'

export type Validation<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string }

/** @returns the value itself, typed, or what is wrong with it and where (`/limit must be <= 500`) */
export function validate<Schema extends TSchema>(schema: Schema, value: unknown): Validation<Static<Schema>> {
  if (Check(schema, value)) return { ok: true, value }
  // The last error is the most general one: the union's, or the object's own.
  const first = Errors(schema, value)[0]
  const where = first?.instancePath ? `${first.instancePath} ` : ''
  return { ok: false, problem: `${where}${first?.message ?? 'is not what was expected'}` }
}
