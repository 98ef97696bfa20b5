/** What the main thread and the store's thread say to each other. */
import type { Call, Outcome } from './calls.ts'
import type { Durability } from './schema.ts'
import type { StoreProblem } from './store-error.ts'
import type { StoreLimits } from './tidy.ts'

export type StoreWorkerData = {
  readonly path: string
  readonly limits: StoreLimits
  readonly durability: Durability
}

export type ToStoreWorker =
  | { readonly kind: 'run'; readonly calls: readonly Call[] }
  | { readonly kind: 'close' }

export type FromStoreWorker =
  | { readonly kind: 'ready' }
  /** The file cannot be used; the reason is a sentence for people. */
  | { readonly kind: 'refused'; readonly problem: StoreProblem; readonly reason: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
