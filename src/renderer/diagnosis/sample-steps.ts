/** Made-up steps of a diagnosis for tests. */
import type { DiagnosisStep } from '../../contract/diagnosis.ts'

export const sampleStep = (changes: Partial<DiagnosisStep> = {}): DiagnosisStep => ({
  ...{ check: 'address', outcome: 'good', text: 'The address can be used.', detail: null, tookMs: 3 },
  ...changes,
})
