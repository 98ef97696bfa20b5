/** For `<time datetime>`: UTC, ISO 8601; milliseconds since the epoch. */
export const machineTime = (atMs: number): string => new Date(atMs).toISOString()
