/** Searching the history: what is asked, and what comes back. The words of a query are in `engine/search/`. */
import Type, { type Static } from 'typebox'
import { NotificationRowSchema } from './notification-row.ts'

export const SearchQuery = Type.String({ maxLength: 1_000 })

/** Half-open ranges of UTF-16 code units, in order, not overlapping. */
const Ranges = Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }))

export const FoundRowSchema = Type.Object({
  row: NotificationRowSchema,
  /** Where the words of the query stand in the row's title and message, as they are in `row`. */
  matches: Type.Object({ title: Ranges, message: Ranges }),
})
export type FoundRow = Static<typeof FoundRowSchema>
export type Range = { readonly start: number; readonly end: number }

/** Which part of a query is wrong, and what to do about it. */
export const QueryProblemSchema = Type.Object({
  message: Type.String(),
  start: Type.Integer(),
  end: Type.Integer(),
})
export type QueryProblem = Static<typeof QueryProblemSchema>

export const SearchAnswerSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('found'),
    rows: Type.Array(FoundRowSchema),
    hasOlder: Type.Boolean(),
    hasNewer: Type.Boolean(),
  }),
  Type.Object({ kind: Type.Literal('bad-query'), problem: QueryProblemSchema }),
  /** A later search of the same slot took its place. */
  Type.Object({ kind: Type.Literal('cancelled') }),
])
export type SearchAnswer = Static<typeof SearchAnswerSchema>

/** Counting stops here: what is more is said to be more. */
export const foundCountLimit = 10_000

/** Null for a query that means nothing. */
export const FoundCountSchema = Type.Union([
  Type.Object({
    total: Type.Integer({ minimum: 0 }),
    unread: Type.Integer({ minimum: 0 }),
    /** There are more than `foundCountLimit`. */
    isMore: Type.Boolean(),
  }),
  Type.Null(),
])
export type FoundCount = Static<typeof FoundCountSchema>

export const facetScanLimit = 2_000

export const FacetsSchema = Type.Object({
  /** The commonest first within each operator, at most 8 of each; those that would change nothing are left out. */
  facets: Type.Array(
    Type.Object({
      /** As it is written in a query: `type`, `is`, `priority`, `code`, `has`. */
      operator: Type.String(),
      value: Type.String(),
      count: Type.Integer({ minimum: 1 }),
    }),
  ),
  /** Only the newest `facetScanLimit` were looked at. */
  isMore: Type.Boolean(),
})
export type Facets = Static<typeof FacetsSchema>
