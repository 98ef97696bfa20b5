/** What a process does when it is asked to end. A second signal, from somebody who cannot wait, ends it at once. */

const signals = ['SIGINT', 'SIGTERM'] as const

export function onFirstSignal(end: () => Promise<void>): void {
  const onSignal = (): void => {
    // With nobody listening, the system's own way to end it is there again.
    for (const signal of signals) process.off(signal, onSignal)
    void end()
  }
  for (const signal of signals) process.on(signal, onSignal)
}
