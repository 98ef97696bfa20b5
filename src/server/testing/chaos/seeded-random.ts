/** Random numbers that come again with the same seed: a run that failed can be looked at once more. */
import type { Random } from '../../../clock/clock.ts'

/** Mulberry32: 32 bits of state are plenty for what a test draws. @param seed a whole number */
export function createSeededRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
