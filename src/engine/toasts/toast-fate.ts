/** What was decided about a notification's toast, as the history keeps it: a small number with its row. */
import type { QuietReason } from '../../contract/do-not-disturb.ts'
import { type Wording, worded } from '../../i18n/wording.ts'

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
  muted: 13,
  mutedError: 14,
  readElsewhere: 15,
} as const
export type ToastFate = (typeof toastFates)[keyof typeof toastFates]

export const quietFates = {
  chosen: toastFates.doNotDisturb,
  'quiet-hours': toastFates.quietHours,
  system: toastFates.systemDoNotDisturb,
} as const satisfies Readonly<Record<QuietReason, ToastFate>>

/** How a fate is told: the step of the story, and why. */
export type FateInWords = {
  readonly step: 'toast-shown' | 'toast-digest' | 'toast-silent'
  readonly reason: Wording | null
}

const silent = (reason: Wording): FateInWords => ({ step: 'toast-silent', reason })

const words: ReadonlyMap<number, FateInWords> = new Map([
  [toastFates.shown, { step: 'toast-shown', reason: null }],
  [toastFates.brokeThrough, { step: 'toast-shown', reason: worded('engine-toasts.fate.broke-through') }],
  [toastFates.digest, { step: 'toast-digest', reason: worded('engine-toasts.fate.digest') }],
  [toastFates.late, { step: 'toast-digest', reason: worded('engine-toasts.fate.late') }],
  [toastFates.switchedOff, silent(worded('engine-toasts.fate.switched-off'))],
  [toastFates.imported, silent(worded('engine-toasts.fate.imported'))],
  [toastFates.typeOff, silent(worded('engine-toasts.fate.type-off'))],
  [toastFates.lowPriority, silent(worded('engine-toasts.fate.low-priority'))],
  [toastFates.watched, silent(worded('engine-toasts.fate.watched'))],
  [toastFates.muted, silent(worded('engine-toasts.fate.muted'))],
  [toastFates.mutedError, silent(worded('engine-toasts.fate.muted-error'))],
  [toastFates.readElsewhere, silent(worded('engine-toasts.fate.read-elsewhere'))],
  [toastFates.doNotDisturb, silent(worded('engine-toasts.fate.do-not-disturb'))],
  [toastFates.quietHours, silent(worded('engine-toasts.fate.quiet-hours'))],
  [toastFates.systemDoNotDisturb, silent(worded('engine-toasts.fate.system'))],
])

/** @returns null where it is not known */
export const fateInWords = (fate: number): FateInWords | null => words.get(fate) ?? null
