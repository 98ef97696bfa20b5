/** Errors in pages that nothing caught: each is a fault of ours. */
import type { BrowserContext } from '@playwright/test'

/** @returns a list that grows as they happen */
export function collectPageErrors(context: BrowserContext): readonly string[] {
  const errors: string[] = []
  context.on('weberror', (fault) => errors.push(String(fault.error().stack)))
  return errors
}
