/** What was decided about a notification's toast, as the history keeps it: a small number with its row. */

/** Codes on disk: only add. `unknown` is of rows older than this record. */
export const toastFates = { unknown: 0, shown: 1, digest: 2, switchedOff: 3, imported: 4 } as const
export type ToastFate = (typeof toastFates)[keyof typeof toastFates]

/** A sentence for people: why no toast was shown; null where one was, or where it is not known. */
export function silenceReason(fate: number): string | null {
  if (fate === toastFates.switchedOff) return 'Toasts are switched off in the settings.'
  if (fate === toastFates.imported) return 'It was imported from a file.'
  return null
}
