/** Brings a page of Tocsin to what somebody clicked: one that is open, or a new one. */
import type { OpenTarget } from '../engine/engine.ts'
import type { WantedTarget } from '../host/wanted-target.ts'

export type OpenedPages = {
  open(target: OpenTarget): void
  /** A page has asked for its snapshot: from now on it listens. */
  pageListens(): void
}

export type OpenedPagesDeps = {
  readonly wanted: WantedTarget
  pageCount(): number
  /** Opens the user's browser there; null where there is none to open: the user may open the printed address. */
  readonly openBrowser: (() => void) | null
}

export function createOpenedPages({ wanted, pageCount, openBrowser }: OpenedPagesDeps): OpenedPages {
  return {
    open(target) {
      wanted.want(target)
      if (pageCount() > 0) wanted.tell()
      else openBrowser?.()
    },
    pageListens: wanted.tell,
  }
}
