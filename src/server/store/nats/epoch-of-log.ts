/** The epoch of a log that was never renewed: every node finds the same, without asking another. */
import { createHash } from 'node:crypto'

/** @param created when JetStream made the stream, as it tells it: to the nanosecond */
export const epochOfLog = (created: string): string =>
  createHash('sha256').update(created).digest('hex').slice(0, 16)
