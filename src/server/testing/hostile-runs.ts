/**
 * How many cases of bad input are tried: fewer where every change is tested, ten thousand when it is asked for
 * (`TOCSIN_HOSTILE_RUNS=10000`).
 */
export const hostileRuns = Number(process.env['TOCSIN_HOSTILE_RUNS'] ?? 800)
