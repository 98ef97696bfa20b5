/** Draws a whole number from a range, both bounds inclusive. */
import type { Random } from '../../../clock/clock.ts'

export const drawFrom = ([min, max]: readonly [number, number], random: Random): number =>
  min + Math.floor(random() * (max - min + 1))
