/** One look of a diagnosis, before it is taken. */
import type { DiagnosisCheck } from '../../contract/diagnosis.ts'
import type { Finding } from './finding.ts'

export type Check = {
  readonly check: DiagnosisCheck
  /** Where one of these finds something bad, the later ones cannot be tried. */
  readonly isOnTheWay: boolean
  /** Whether there is anything to look at; a step before it may have told. */
  applies(): boolean
  /** What is found where it takes too long. */
  late(): Finding
  /**
   * @param signal aborted once nobody waits for it any more
   * @throws Error whose words are for people, which is bad news as well
   */
  look(signal: AbortSignal): Finding | Promise<Finding>
}

/** How long one may take. */
export const checkLimitMs = 5_000
