/** A frequency as people say it. */
const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

/** @returns `every second`, `every 2.5 seconds` */
export const frequencyWords = (seconds: number): string =>
  seconds === 1 ? 'every 1 second' : `every ${digits.format(seconds)} seconds`
