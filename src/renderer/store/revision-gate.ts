/** Tells what to do with a numbered event: apply it, forget it, or ask for the snapshot again. */

export type Position = { readonly runId: string; readonly revision: number }

/**
 * `stale`: the snapshot holds it already. `gap`: something was missed, or the engine runs anew and its numbers
 * mean nothing here.
 */
export function judgeRevision(position: Position, event: Position): 'next' | 'stale' | 'gap' {
  if (event.runId !== position.runId) return 'gap'
  if (event.revision <= position.revision) return 'stale'
  return event.revision === position.revision + 1 ? 'next' : 'gap'
}
