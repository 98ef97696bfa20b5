/** Looks up from time to time: has the machine slept, has the server gone silent? */
import type { Clock } from '../../clock/clock.ts'

export type VigilDeps = {
  readonly clock: Clock
  /** The wall clock has moved on much further than this watch was set for: the machine slept, or stood still. */
  onWoke(): void
  /** At each look. */
  onLook(now: number): void
}

const lookEveryMs = 5_000
/** A busy moment or a corrected clock is no sleep; a probe too many would do no harm. */
const sleptBeyondMs = 5_000

export function startVigil({ clock, onWoke, onLook }: VigilDeps): Disposable {
  let lookedAt = clock.now()
  let timer = clock.setTimer(lookEveryMs, look)

  function look(): void {
    const now = clock.now()
    const hasSlept = now - lookedAt > lookEveryMs + sleptBeyondMs
    lookedAt = now
    timer = clock.setTimer(lookEveryMs, look)
    if (hasSlept) onWoke()
    onLook(now)
  }

  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}
