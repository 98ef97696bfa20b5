/** What went wrong inside, for whoever reads the terminal. Users are told in the window, in their own words. */

export function reportFault(fault: unknown): void {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  process.stderr.write(`tocsin: ${text}\n`)
}
