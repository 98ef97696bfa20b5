/** What one look has found: the part of a step that is not its name and its time. */
import type { DiagnosisStep } from '../../contract/diagnosis.ts'
import { type Wording, worded } from '../../i18n/wording.ts'

export type Finding = Pick<DiagnosisStep, 'outcome' | 'detail'> & { readonly text: Wording }

const finding =
  (outcome: Finding['outcome']) =>
  (text: Wording, detail: string | null = null): Finding => ({ outcome, text, detail })

export const good = finding('good')
export const doubtful = finding('doubtful')
export const bad = finding('bad')
export const unknown = finding('unknown')

/** One sentence after the other. */
export const both = (first: Wording, second: Wording): Wording =>
  worded('engine-diagnosis.both', { first, second })
