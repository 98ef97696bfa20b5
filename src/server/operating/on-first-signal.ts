/** What a process does when it is asked to end. A second signal, from somebody who cannot wait, ends it at once. */
import { constants } from 'node:os'
import { messageOf } from '../message-of.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

export function onFirstSignal(end: () => Promise<void>): void {
  let hasBegun = false
  for (const signal of signals) {
    process.on(signal, () => {
      // Not left to the system: it does nothing to the first process of a container.
      if (hasBegun) process.exit(128 + constants.signals[signal])
      hasBegun = true
      end().catch((error: unknown) => {
        process.stderr.write(`tocsin-server: stopping failed: ${messageOf(error)}\n`)
        process.exit(1)
      })
    })
  }
}
