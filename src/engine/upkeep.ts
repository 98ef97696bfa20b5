/** What has to be looked after from time to time, whoever is or is not watching. */
import type { Clock } from '../clock/clock.ts'
import type { Uptime } from './statistics/uptime.ts'
import type { Volume } from './statistics/volume.ts'

export type UpkeepDeps = {
  readonly clock: Clock
  readonly uptime: Pick<Uptime, 'beat'>
  readonly volume: Pick<Volume, 'prune'>
  /** Deletes what is too old. */
  prune(): void
  /** The disk refused: it is tried again at the next round. */
  onFault(fault: unknown): void
}

const everyMs = 60_000
/** An hour. */
const roundsToPrune = 60

export function startUpkeep({ clock, uptime, volume, prune, onFault }: UpkeepDeps): Disposable {
  let round = 0
  let timer = clock.setTimer(everyMs, look)

  function look(): void {
    timer = clock.setTimer(everyMs, look)
    try {
      uptime.beat()
      // The first time soon after the start: a machine that is switched off each night never runs for long.
      if (round % roundsToPrune === 0) {
        volume.prune(clock.now())
        prune()
      }
    } catch (fault) {
      onFault(fault)
    }
    round += 1
  }

  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}
