/** A diagnosis: the way of a notification, walked step by step, with what was found and what to do. */
import Type, { type Static } from 'typebox'

/** In this order. `address`: can it be used at all; `tls` is left out for `ws://`, `dns` for an address of numbers. */
export const diagnosisChecks = [
  'address',
  'dns',
  'tcp',
  'tls',
  'upgrade',
  'first-frame',
  'acknowledgement',
  'storage',
  'toast',
  'tray',
] as const
export const DiagnosisCheckSchema = Type.Enum([...diagnosisChecks])
export type DiagnosisCheck = (typeof diagnosisChecks)[number]

export const DiagnosisStepSchema = Type.Object({
  check: DiagnosisCheckSchema,
  /** `unknown`: nothing speaks for or against it, and `text` says why. */
  outcome: Type.Enum(['good', 'doubtful', 'bad', 'unknown']),
  /** A sentence or two for people: what was found, and what to do where it is not well. */
  text: Type.String(),
  /** Facts for whoever helps: addresses, versions, codes. No secrets. Null where there are none. */
  detail: Type.Union([Type.String(), Type.Null()]),
  /** How long it took. */
  tookMs: Type.Number({ minimum: 0 }),
})
export type DiagnosisStep = Static<typeof DiagnosisStepSchema>

export const DiagnosisSchema = Type.Object({
  steps: Type.Array(DiagnosisStepSchema),
  /** It was ended before its last step. */
  isCancelled: Type.Boolean(),
})
export type Diagnosis = Static<typeof DiagnosisSchema>
