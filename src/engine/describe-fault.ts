/** What went wrong, in its own words; those that are for people are said later (`worded-error.ts`). */
import type { Wording } from '../i18n/wording.ts'

export function describeFault(fault: unknown): Wording {
  if (!(fault instanceof Error)) return String(fault)
  // By what it has, and not by its class, which would bring the texts of a whole language into a thread that says none.
  return isWorded(fault) ? fault.wording : fault.message
}

const isWorded = (fault: Error): fault is Error & { readonly wording: Wording } => 'wording' in fault
