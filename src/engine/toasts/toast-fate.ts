/** What was decided about a notification's toast, as the history keeps it: a small number with its row. */
import type { QuietReason } from '../../contract/do-not-disturb.ts'

/** Codes on disk: only add. `unknown` is of rows older than this record. */
export const toastFates = {
  unknown: 0,
  shown: 1,
  digest: 2,
  switchedOff: 3,
  imported: 4,
  typeOff: 5,
  lowPriority: 6,
  watched: 7,
  doNotDisturb: 8,
  quietHours: 9,
  systemDoNotDisturb: 10,
  late: 11,
  brokeThrough: 12,
} as const
export type ToastFate = (typeof toastFates)[keyof typeof toastFates]

export const quietFates = {
  chosen: toastFates.doNotDisturb,
  'quiet-hours': toastFates.quietHours,
  system: toastFates.systemDoNotDisturb,
} as const satisfies Readonly<Record<QuietReason, ToastFate>>

/** How a fate is told: the step of the story, and a sentence for people. */
export type FateInWords = {
  readonly step: 'toast-shown' | 'toast-digest' | 'toast-silent'
  readonly reason: string | null
}

const silent = (reason: string): FateInWords => ({ step: 'toast-silent', reason })

const words: ReadonlyMap<number, FateInWords> = new Map([
  [toastFates.shown, { step: 'toast-shown', reason: null }],
  [toastFates.brokeThrough, { step: 'toast-shown', reason: 'Errors break through do not disturb.' }],
  [toastFates.digest, { step: 'toast-digest', reason: 'Several came at once.' }],
  [toastFates.late, { step: 'toast-digest', reason: 'It came more than five minutes late.' }],
  [toastFates.switchedOff, silent('Toasts are switched off in the settings.')],
  [toastFates.imported, silent('It was imported from a file.')],
  [toastFates.typeOff, silent('Toasts of its type are switched off in the settings.')],
  [toastFates.lowPriority, silent('Its priority is lower than the settings ask for.')],
  [toastFates.watched, silent('The window was in front, with its list.')],
  [toastFates.doNotDisturb, silent('Do not disturb was on.')],
  [toastFates.quietHours, silent('It came in quiet hours.')],
  [toastFates.systemDoNotDisturb, silent("The computer's own do not disturb was on.")],
])

/** @returns null where it is not known */
export const fateInWords = (fate: number): FateInWords | null => words.get(fate) ?? null
