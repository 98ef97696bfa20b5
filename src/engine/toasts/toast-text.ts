/** The text of a toast: hostile text made harmless, cut to what a toast can show. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Toast } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'

export const toastTextLimits = { title: 100, body: 250 } as const

/** Control characters, bidi controls, zero-width and other invisible ones, separators of lines, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

/** Most texts, and quickly told. */
const plain = /^[\x20-\x7e]*$/

/** One line of harmless text, cut to so many characters. */
export function plainText(text: string, limit: number): string {
  const start = text.slice(0, limit * 4)
  const clean = (plain.test(start) ? start : start.replace(invisible, ' ')).trim()
  return clean.length <= limit ? clean : `${clean.slice(0, limit - 1).toWellFormed()}…`
}

export function toToast({ t }: I18n, row: NotificationRow, source: string, isSilent: boolean): Toast {
  const { rowId, type } = row
  return {
    ...{ toastId: toastIdOf(rowId), rowIds: [rowId], source, type, isSilent },
    title: plainText(row.title, toastTextLimits.title) || t(`types.${type}`),
    body: plainText(row.message, toastTextLimits.body),
    actions: row.readAt === null ? ['open', 'mark-as-read'] : ['open'],
  }
}

/** A toast outlives the run that showed it: its row is told from its name. */
export const toastIdOf = (rowId: number): string => `n-${rowId}`

/** @returns null for a digest */
export function rowIdOf(toastId: string): number | null {
  const digits = /^n-([1-9][0-9]{0,15})$/.exec(toastId)?.[1]
  return digits === undefined ? null : Number(digits)
}
