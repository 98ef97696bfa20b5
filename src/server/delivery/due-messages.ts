/** Which of the announced messages a subscription gets now. Decides only. */
import type { Cursor } from '../../protocol/resumption.ts'
import type { StoredMessage } from '../store/store.ts'

export type DueMessages = {
  readonly messages: readonly StoredMessage[]
  /** The cursor after them. */
  readonly through: Cursor
}

/**
 * What was read from the store already is passed over.
 * @param announced in order, of this client's streams alone
 * @returns null where something before them is missing: then the store has to be asked
 */
export function dueMessages({ own, all }: Cursor, announced: readonly StoredMessage[]): DueMessages | null {
  const last = { own, all }
  const messages: StoredMessage[] = []
  for (const message of announced) {
    const stream = message.stream === null ? 'all' : 'own'
    if (message.sequence <= last[stream]) continue
    if (message.sequence > last[stream] + 1) return null
    last[stream] = message.sequence
    messages.push(message)
  }
  return { messages, through: last }
}
