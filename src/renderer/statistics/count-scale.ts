/** The scale of an axis that counts: whole, round steps up to somewhat more than the most there is. Pure. */

const mostSteps = 4

/** @returns from 0 up, evenly; the last is at least `most` */
export function countScale(most: number): readonly number[] {
  const step = roundStep(Math.max(1, most) / mostSteps)
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step)
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)))
  const step = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10
  return step * power
}
