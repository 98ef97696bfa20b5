/** A draft and what appending it gave, put together: the draft itself never went anywhere. */
import type { Appended, Draft, StoredMessage } from '../store.ts'
import type { AppendResult } from './append.ts'

export function toAppended(draft: Draft, result: AppendResult): Appended {
  if (result.kind !== 'stored') return result
  const { stream, id, frame, publishedAtMs } = draft
  const { position, sequence } = result
  return { kind: 'stored', message: { stream, position, sequence, id, frame, publishedAtMs } }
}

/** @returns null where nothing was stored */
export function storedMessage(draft: Draft, result: AppendResult): StoredMessage | null {
  const appended = toAppended(draft, result)
  return appended.kind === 'stored' ? appended.message : null
}
