/** A search that is kept under a name, beside the list's filters. */
import Type, { type Static } from 'typebox'

export const savedSearchLimit = 50

export const SavedSearchSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    query: Type.String({ minLength: 1, maxLength: 1_000 }),
  },
  { additionalProperties: false },
)
export type SavedSearch = Static<typeof SavedSearchSchema>

export const SavedSearchesSchema = Type.Array(SavedSearchSchema, { maxItems: savedSearchLimit })
