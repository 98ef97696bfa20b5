/**
 * What nodes that share a log write to it: the calls of their stores, some at a time, as JSON. Whoever applies the same
 * entries in the same order numbers streams alike. Not: how entries travel.
 */
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { AppendResult } from './sqlite/append.ts'
import type { AcknowledgementOutcome, ClientStanding } from './store.ts'

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const LogOperation = Type.Union([
  Type.Object({
    kind: Type.Literal('append'),
    draft: Type.Object({
      stream: Nullable(Type.String()),
      id: Type.String(),
      frame: Type.String(),
      publishedAtMs: Count,
      idempotency: Nullable(Type.Object({ key: Type.String(), hash: Type.String() })),
    }),
  }),
  Type.Object({ kind: Type.Literal('enter'), clientId: Type.String(), atMs: Count }),
  Type.Object({ kind: Type.Literal('acknowledge'), clientId: Type.String(), id: Type.String(), atMs: Count }),
  Type.Object({
    kind: Type.Literal('deliver'),
    ranges: Type.Array(
      Type.Object({
        clientId: Type.String(),
        stream: Type.Union([Type.Literal('own'), Type.Literal('all')]),
        from: Count,
        through: Count,
        deliveredAtMs: Nullable(Count),
      }),
    ),
  }),
  /** Only those to whom nothing has happened since that was proposed: by their head, and when they were seen. */
  Type.Object({
    kind: Type.Literal('forget'),
    clients: Type.Array(Type.Object({ clientId: Type.String(), seenAtMs: Count, head: Count })),
  }),
  /** All cursors are of another life. `empty`: nothing from before is kept. */
  Type.Object({
    kind: Type.Literal('renew'),
    epoch: Type.String({ pattern: '^[a-z0-9]{1,40}$' }),
    empty: Type.Boolean(),
  }),
])
export type LogOperation = Static<typeof LogOperation>

/** What an operation had for a result when it was applied; null for those that have none. */
export type LogResult = AppendResult | ClientStanding | AcknowledgementOutcome | null

const version = 1
const Entry = Compile(Type.Object({ version: Type.Literal(version), operations: Type.Array(LogOperation) }))
const AnyVersion = Compile(Type.Object({ version: Count }))

export type ReadEntry =
  | { readonly kind: 'operations'; readonly operations: readonly LogOperation[] }
  /** Of a Tocsin that knows more: to pass it by would number streams otherwise than that one does. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Nothing of ours. Every node passes it by. */
  | { readonly kind: 'foreign' }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const encodeOperation = (operation: LogOperation): string => JSON.stringify(operation)

/** @param operations each as `encodeOperation` gave it */
export const encodeEntry = (operations: readonly string[]): Uint8Array =>
  encoder.encode(`{"version":${version},"operations":[${operations.join()}]}`)

export function readEntry(bytes: Uint8Array): ReadEntry {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(bytes))
  } catch {
    return { kind: 'foreign' }
  }
  if (Entry.Check(value)) return { kind: 'operations', operations: value.operations }
  if (AnyVersion.Check(value) && value.version > version) return { kind: 'newer', version: value.version }
  return { kind: 'foreign' }
}
