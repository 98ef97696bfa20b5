/** Time as a parameter: what engine and server ask instead of reading the machine's clock themselves. */
export type Clock = {
  /** Wall clock, milliseconds since the epoch: to show and to store. It may jump. */
  now(): number
  /** Milliseconds since an arbitrary start; never jumps back. */
  monotonicNow(): number
  /** Calls back once, after so many milliseconds, unless disposed before. */
  setTimer(delayMs: number, callback: () => void): Disposable
}

/** A number from 0 (inclusive) to 1 (exclusive), as `Math.random` gives it. */
export type Random = () => number
