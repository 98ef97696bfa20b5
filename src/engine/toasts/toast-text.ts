/** The text of a toast: hostile text made harmless, cut to what a toast can show. */
import type { Toast } from '../../contract/events.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'

export const toastTextLimits = { title: 100, body: 250 } as const

/** Control characters, bidi controls, zero-width and other invisible ones, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]+/gu

/** Most texts, and quickly told. */
const plain = /^[\x20-\x7e]*$/

/** One line of harmless text, cut to so many characters. */
export function plainText(text: string, limit: number): string {
  const start = text.slice(0, limit * 4)
  const clean = (plain.test(start) ? start : start.replace(invisible, ' ')).trim()
  return clean.length <= limit ? clean : `${clean.slice(0, limit - 1).toWellFormed()}…`
}

export function toToast(row: NotificationRow): Toast {
  const { rowId, type } = row
  return {
    rowId,
    type,
    title: plainText(row.title, toastTextLimits.title) || type,
    body: plainText(row.message, toastTextLimits.body),
  }
}
