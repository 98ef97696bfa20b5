/** Work that takes a while: shown with its progress, and can be cancelled. */
import Type, { type Static } from 'typebox'

export const jobKinds = ['mark-as-read', 'delete', 'undo', 'export', 'import', 'index'] as const
export const JobId = Type.Integer({ minimum: 1 })

export const JobViewSchema = Type.Object({
  /** Of this run of the engine. */
  jobId: JobId,
  kind: Type.Enum([...jobKinds]),
  /** `undoable`: done, and until `undoUntil` it can be undone. The others but `running` are final. */
  state: Type.Enum(['running', 'undoable', 'done', 'cancelled', 'failed', 'undone']),
  /** Notifications. */
  done: Type.Integer({ minimum: 0 }),
  /** Null while it is not known. */
  total: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  /** Milliseconds since the epoch; null where nothing can be undone. */
  undoUntil: Type.Union([Type.Number(), Type.Null()]),
  /** The file of an export or import; otherwise null. */
  file: Type.Union([Type.String(), Type.Null()]),
  /** A sentence for people: why it failed, or what was left out; otherwise null. */
  problem: Type.Union([Type.String(), Type.Null()]),
})
export type JobView = Static<typeof JobViewSchema>
export type JobKind = JobView['kind']
