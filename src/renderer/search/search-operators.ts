/** The operators of a search, each with an example that can be put into the box. Their meaning is the engine's. */
import type { I18n } from '../../i18n/create-i18n.ts'

export type SearchOperator = { readonly example: string; readonly help: string }

/** @param today as `2026-01-31` */
export function searchOperators({ t }: I18n, today: string): readonly SearchOperator[] {
  return [
    { example: 'type:error', help: t('search.example.type') },
    { example: 'is:unread', help: t('search.example.unread') },
    { example: 'is:pinned', help: t('search.example.pinned') },
    { example: 'has:action', help: t('search.example.action') },
    { example: 'priority:high', help: t('search.example.priority') },
    { example: 'code:503', help: t('search.example.code') },
    { example: `after:${today}`, help: t('search.example.after') },
    { example: `before:${today}`, help: t('search.example.before') },
    { example: 'source:mockly', help: t('search.example.source') },
    { example: '"disk full"', help: t('search.example.phrase') },
    { example: '-backup', help: t('search.example.without') },
    { example: 'back*', help: t('search.example.prefix') },
  ]
}
