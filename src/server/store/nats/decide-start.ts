/** Where a node takes up the log. Decides only. */
import type { LogPosition } from '../sqlite/projection.ts'

export type LogState = {
  /** Another one means another log, of whatever name. */
  readonly log: string
  /** 0 where there never was one. */
  readonly firstSequence: number
  readonly lastSequence: number
  /** The mark of the entry that stands where this node's last one was; null: none stands there any more. */
  readonly markAtPosition: string | null
}

export type Start =
  | { readonly kind: 'continue' }
  /** From the first entry, with nothing. */
  | { readonly kind: 'replay' }
  /** From after a checkpoint. */
  | { readonly kind: 'restore'; readonly sequence: number }
  /** The log's beginning is gone and nothing stands for it: what is there means nothing. */
  | { readonly kind: 'beginning-lost' }
  /** Entries that were applied somewhere are gone, or others have their numbers: clients may have seen what is not there. */
  | { readonly kind: 'end-lost' }

/**
 * @param position null: nothing was applied here, or it is not to be trusted
 * @param checkpoints their sequences, in any order
 */
export function decideStart(
  position: LogPosition | null,
  state: LogState,
  checkpoints: readonly number[],
): Start {
  const { log, firstSequence, lastSequence, markAtPosition } = state
  if (checkpoints.some((sequence) => sequence > lastSequence)) return { kind: 'end-lost' }
  if (position?.log === log) {
    const isOther = markAtPosition !== null && position.mark !== '' && markAtPosition !== position.mark
    if (position.sequence > lastSequence || isOther) return { kind: 'end-lost' }
    if (position.sequence >= firstSequence - 1) return { kind: 'continue' }
  }
  if (firstSequence <= 1) return { kind: 'replay' }
  // The oldest has the most after it.
  const usable = checkpoints.filter((sequence) => sequence >= firstSequence - 1)
  if (usable.length === 0) return { kind: 'beginning-lost' }
  return { kind: 'restore', sequence: Math.min(...usable) }
}
