/** Makes the ids of published notifications: unique, in the order of time, and starting as the seed's do. */

/**
 * 9 digits of milliseconds, 4 that count within one, 8 at random, all in base 36 or less: a text sorts as it was made.
 * @param randomHex at least 8 hexadecimal digits, new ones at each call
 */
export function createIdMaker(deps: { now(): number; randomHex(): string }): () => string {
  let lastMs = 0
  let count = 0
  return () => {
    // A clock that is set back makes no id sort before one that was made earlier.
    const nowMs = Math.max(lastMs, Math.floor(deps.now()))
    count = nowMs === lastMs ? count + 1 : 0
    lastMs = nowMs
    return `notif_${base36(nowMs, 9)}${base36(count, 4)}${deps.randomHex().slice(0, 8)}`
  }
}

/** @returns when it was made, in milliseconds since the epoch; null for an id that is none of ours */
export function readIdTime(id: string): number | null {
  const digits = /^notif_([0-9a-z]{9})[0-9a-z]{4}[0-9a-f]{8}$/.exec(id)?.[1]
  return digits === undefined ? null : Number.parseInt(digits, 36)
}

const base36 = (value: number, width: number): string => value.toString(36).padStart(width, '0')
