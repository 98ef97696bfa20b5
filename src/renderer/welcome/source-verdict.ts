/** What a diagnosis of another address says to someone who wants to use it. Pure. */
import type { Diagnosis } from '../../contract/diagnosis.ts'

export type SourceVerdict =
  | { readonly kind: 'good' | 'quiet' | 'cancelled' }
  /** In sentences: what was found, and what to do. */
  | { readonly kind: 'bad'; readonly problem: string }

export function sourceVerdict({ steps, isCancelled }: Diagnosis): SourceVerdict {
  const bad = steps.find(({ outcome }) => outcome === 'bad')
  if (bad !== undefined) return { kind: 'bad', problem: bad.text }
  if (isCancelled) return { kind: 'cancelled' }
  return { kind: steps.every(({ outcome }) => outcome === 'good') ? 'good' : 'quiet' }
}
