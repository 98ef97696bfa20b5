/** Calls of a store's work, gathered: many in one transaction, on this thread or on another. */
import type { DatabaseSync } from 'node:sqlite'
import type { StoreFacts, StoreWork } from './store-work.ts'

export type CallName = Exclude<keyof StoreWork, 'undone'>

export type Call = {
  [Name in CallName]: { readonly name: Name; readonly args: Parameters<StoreWork[Name]> }
}[CallName]

/** The results in the order of the calls, or why nothing of it was done. */
export type Outcome =
  | { readonly ok: true; readonly results: readonly unknown[]; readonly facts: StoreFacts }
  | { readonly ok: false; readonly reason: string }

const reading: ReadonlySet<CallName> = new Set([
  'read',
  'receipt',
  'figures',
  'facts',
  'standing',
  'forgettable',
])

/** All or nothing; what was written is durable when it returns. Never throws. */
export function runCalls(database: DatabaseSync, work: StoreWork, calls: readonly Call[]): Outcome {
  try {
    const writes = calls.some(({ name }) => !reading.has(name))
    if (writes) database.exec('BEGIN IMMEDIATE')
    const results = calls.map((call) => runCall(work, call))
    const facts = work.facts()
    if (writes) database.exec('COMMIT')
    return { ok: true, results, facts }
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK')
    work.undone()
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

function runCall(work: StoreWork, { name, args }: Call): unknown {
  // The pair was checked where it was made: TypeScript cannot follow it through the union.
  const method = work[name] as (...values: readonly unknown[]) => unknown
  return method(...args)
}
