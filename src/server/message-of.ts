/** What was thrown, in words: for a log line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
