/** Brings a page of Tocsin to what somebody clicked: one that is open, or a new one. */
import type { AnyEvent } from '../contract/events.ts'
import type { OpenTarget } from '../engine/engine.ts'

export type OpenedPages = {
  open(target: OpenTarget): void
  /** A page has asked for its snapshot: from now on it listens. */
  pageListens(): void
}

export type OpenedPagesDeps = {
  send(event: AnyEvent): void
  pageCount(): number
  /** Opens the user's browser there; null where there is none to open. */
  readonly openBrowser: (() => void) | null
}

export function createOpenedPages({ send, pageCount, openBrowser }: OpenedPagesDeps): OpenedPages {
  let wanted: OpenTarget | null = null

  function sendWanted(): void {
    if (wanted === null) return
    send(toEvent(wanted))
    wanted = null
  }

  return {
    open(target) {
      wanted = target
      if (pageCount() > 0) sendWanted()
      else openBrowser?.()
    },
    pageListens: sendWanted,
  }
}

function toEvent(target: OpenTarget): AnyEvent {
  if (target.kind === 'notification') return { name: 'notificationOpened', data: { rowId: target.rowId } }
  return { name: 'searchOpened', data: { query: target.query } }
}
