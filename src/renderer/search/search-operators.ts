/** The operators of a search, each with an example that can be put into the box. Their meaning is the engine's. */

export type SearchOperator = { readonly example: string; readonly help: string }

/** @param today as `2026-01-31` */
export function searchOperators(today: string): readonly SearchOperator[] {
  return [
    { example: 'type:error', help: 'info, warning, error or success' },
    { example: 'is:unread', help: 'or is:read' },
    { example: 'is:pinned', help: 'those you pinned' },
    { example: 'has:action', help: 'or has:retry' },
    { example: 'priority:high', help: 'low, medium or high' },
    { example: 'code:503', help: 'an error code' },
    { example: `after:${today}`, help: 'received that day or later' },
    { example: `before:${today}`, help: 'received before that day' },
    { example: 'source:mockly', help: 'a part of the address' },
    { example: '"disk full"', help: 'words in this order' },
    { example: '-backup', help: 'without this word' },
    { example: 'back*', help: 'words that begin so' },
  ]
}
