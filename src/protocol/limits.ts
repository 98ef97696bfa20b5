/** The numbers of the Notification WebSocket API. Each says whether the seed document states it or we chose it. */

/** Seconds between notifications; inclusive bounds and step are the seed's, the default is ours. */
export const frequencySeconds = { min: 1, max: 30, step: 0.5, default: 5 } as const

/** Share of the interval by which it may be longer or shorter: "roughly every N seconds" (seed); ±20 % (ours). */
export const frequencyJitter = 0.2

/** How long a server waits for a configuration before it uses its default, in milliseconds (seed). */
export const configurationWindowMs = 2_000

/** Largest frame a client takes from a server, in bytes (ours); past it: close code 1009. */
export const maxServerFrameBytes = 1024 * 1024

/** Largest frame a server takes from a client, in bytes (ours); past it: close code 1009. */
export const maxClientFrameBytes = 64 * 1024

/** How much of a frame that could not be understood is kept for diagnostics, in characters (ours). */
export const maxRejectedExcerptLength = 1024

/** Client heartbeat (ours): a ping this often, and no sign of life for so long after it means dead. */
export const heartbeat = { pingEveryMs: 20_000, answerWithinMs: 10_000 } as const

/** Tells whether a value is a frequency that may be sent: a finite number from 1 to 30 (seed). */
export function isFrequency(value: unknown): value is number {
  return typeof value === 'number' && value >= frequencySeconds.min && value <= frequencySeconds.max
}
