/** Figures from measurements. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** `12.3 ms`, with as many digits as tell something. */
export const ms = (value: number): string => `${value.toPrecision(3)} ms`

/** `12.3 ms (11.9 to 13.1)`: the median, and the quartiles around it. */
export const spreadOf = (values: readonly number[]): string =>
  `${ms(median(values))} (${percentile(values, 0.25).toPrecision(3)} to ${percentile(values, 0.75).toPrecision(3)})`
