/** Connected, but silent: a state of its own, so that "nothing came" is never mistaken for "all is well". Pure. */

/** Silence is worth a word after four missed notifications, and never before a minute. */
export const silenceLimitMs = (frequencySeconds: number): number =>
  Math.max(4 * frequencySeconds * 1_000, 60_000)

export type Hearing = {
  readonly isLive: boolean
  /** When this connection opened; milliseconds since the epoch, as all times here. */
  readonly liveSince: number
  /** Null before the first frame of this run. */
  readonly lastFrameAt: number | null
  readonly frequencySeconds: number
  readonly now: number
}

/** @returns since when the server has been silent for too long; null when it has not */
export function silentSince({
  isLive,
  liveSince,
  lastFrameAt,
  frequencySeconds,
  now,
}: Hearing): number | null {
  if (!isLive) return null
  const heardAt = Math.max(liveSince, lastFrameAt ?? liveSince)
  return now - heardAt > silenceLimitMs(frequencySeconds) ? heardAt : null
}
