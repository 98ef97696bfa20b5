/** What is muted and counted together. */

/**
 * What titles that differ in numbers alone have in common: `Build 41 failed` and `Build 42 failed` are one.
 * @returns the title with each run of digits as `#`, cut to 200 UTF-16 code units
 */
export const titlePattern = (title: string): string => title.replace(/\d+/g, '#').slice(0, 200)
