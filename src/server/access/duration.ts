/** Durations as people write them for tokens: `90d`. */

const unitsMs: ReadonlyMap<string, number> = new Map([
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 7 * 86_400_000],
])

export const durationNeeds = 'a time such as 90d (m, h, d or w)'

/** @returns milliseconds, more than 0; null where it is none */
export function parseDuration(text: string): number | null {
  const [, digits = '', unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text) ?? []
  const milliseconds = Number(digits) * (unitsMs.get(unit) ?? 0)
  return milliseconds > 0 ? milliseconds : null
}
