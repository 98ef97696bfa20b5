/** Takes the place of validate.ts in a built window, where each schema has its check beside it (see scripts/vite). */
import type { Static, TSchema } from 'typebox'
import type { Validation } from './validate.ts'

/** What the build makes of a schema. */
type CheckedAhead = { readonly check: (value: unknown) => boolean }

export function validate<Schema extends TSchema>(schema: Schema, value: unknown): Validation<Static<Schema>> {
  // As the build made it: here a schema is never what its type says.
  const { check } = schema as unknown as CheckedAhead
  if (check(value)) return { ok: true, value: value as Static<Schema> } // checked by this schema's own check
  // Which part it is takes a walk through the schema, which the window does not have.
  return { ok: false, problem: 'it has another form' }
}
