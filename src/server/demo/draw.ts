/** Draws the numbers and names that vary a demo text. */
import type { Random } from '../../clock/clock.ts'

export type Choices<T> = readonly [T, ...T[]]

export type Draw = {
  /** Whole, both bounds inclusive. */
  integer(min: number, max: number): number
  /** With so many digits after the point, as text. */
  decimal(min: number, max: number, digits: number): string
  one<T>(choices: Choices<T>): T
  /** True in this share of the draws, from 0 to 1. */
  chance(share: number): boolean
}

export function createDraw(random: Random): Draw {
  const integer = (min: number, max: number): number => min + Math.floor(random() * (max - min + 1))
  return {
    integer,
    decimal: (min, max, digits) => (min + random() * (max - min)).toFixed(digits),
    one: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
    chance: (share) => random() < share,
  }
}
