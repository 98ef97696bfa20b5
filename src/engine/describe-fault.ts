/** What went wrong, in its own words. */
export const describeFault = (fault: unknown): string =>
  fault instanceof Error ? fault.message : String(fault)
