/** What the built-in server's store has to say, in the reader's language. What the system itself said stays as it is. */
import { type Wording, worded } from '../i18n/wording.ts'
import { describeEvent, type ServerEvent } from '../server/log/server-events.ts'
import { messageOf } from '../server/message-of.ts'
import { StoreError } from '../server/store/sqlite/store-error.ts'

/** @param path of its file */
export function keptInMemory(fault: unknown, path: string): Wording {
  return worded('embedded-server.in-memory', { cause: causeInWords(fault, path) })
}

function causeInWords(fault: unknown, path: string): Wording {
  switch (fault instanceof StoreError ? fault.problem : 'other') {
    case 'newer':
      return worded('embedded-server.newer', { path })
    case 'busy':
      return worded('embedded-server.busy', { path })
    case 'unreadable':
    case 'other':
      return worded('embedded-server.unusable', { said: messageOf(fault) })
  }
}

export function eventInWords(event: ServerEvent): Wording {
  switch (event.event) {
    case 'store-failed':
      return worded('embedded-server.failed', { reason: event.reason })
    case 'store-not-restarted':
      return worded('embedded-server.not-restarted', { reason: event.reason })
    case 'store-restarted':
      return worded(event.isLastForNow ? 'embedded-server.restarted-last' : 'embedded-server.restarted')
    default:
      // None of a store's; English, as the server's own log.
      return describeEvent(event)
  }
}
