/** What went wrong inside, for whoever reads the terminal. Users are told in the window, in their own words. */
import { HistoryError } from '../engine/history/history-error.ts'
import { StartProblem } from './start-problem.ts'

export function reportFault(fault: unknown): void {
  process.stderr.write(`tocsin: ${describeFault(fault)}\n`)
}

/** Where it happened helps with a fault of ours; a reason that a user can remove speaks for itself. */
function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const isForPeople = fault instanceof HistoryError || fault instanceof StartProblem
  return isForPeople ? fault.message : (fault.stack ?? fault.message)
}
