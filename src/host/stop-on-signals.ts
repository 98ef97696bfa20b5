/** Signals end Tocsin the clean way, in both hosts. */

const repeatedWithinMs = 500
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * conf's file writer (atomically, by when-exit) answers the first signal by sending it to the process again. Node alone
 * would end at that, before anything of ours is stored; with a listener that stays, it is heard as a repetition.
 * @param stop called once, at the first signal
 * @param hurry called at each later one, from somebody who cannot wait. One right after the first is the same wish:
 * Ctrl+C reaches every process of a terminal, and the launcher passes its own on
 */
export function stopOnSignals(stop: () => void, hurry: () => void): void {
  let stoppingSince: number | null = null
  const onSignal = (): void => {
    if (stoppingSince === null) {
      stoppingSince = performance.now()
      stop()
    } else if (performance.now() - stoppingSince > repeatedWithinMs) hurry()
  }
  for (const signal of signals) process.on(signal, onSignal)
  // A terminal that is gone must not take Tocsin with it: what cannot be printed is not printed.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
