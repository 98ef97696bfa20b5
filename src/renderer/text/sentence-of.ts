/** What went wrong, as its own sentence: for faults that people are shown. */
export const sentenceOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
