/** When changes are taken into the window's state: at the next frame, and in a burst in steps. Not: what they do to it. */
import type { Change } from '../../contract/snapshot.ts'
import type { Schedule } from '../time/schedule.ts'

export type ChangeSteps = {
  /** Takes them with the next step. */
  add(changes: readonly Change[]): void
  /** Drops what waits: something newer holds it already. */
  clear(): void
  dispose(): void
}

type Deps = {
  readonly schedule: Schedule
  readonly beforeNextFrame: (run: () => void) => void
  /** @param isBurst true while more comes than can be read */
  readonly take: (changes: readonly Change[], isBurst: boolean) => void
  /** No more comes than can be read. */
  readonly calmDown: () => void
}

/** More arrivals than this at once cannot be read: they are then shown in steps, and the window stays quick. */
const burstArrivals = 10
const pauseMs = 200
/** Without another step of a burst. */
const calmAfterMs = 400

export function createChangeSteps({ schedule, beforeNextFrame, take, calmDown }: Deps): ChangeSteps {
  let waiting: Change[] = []
  let isBurst = false
  let cancelPause = (): void => {}
  let cancelCalm = (): void => {}

  function step(): void {
    const changes = waiting
    if (changes.length === 0) return
    waiting = []
    isBurst = arrivalCount(changes) > burstArrivals
    if (isBurst) {
      cancelCalm()
      cancelCalm = schedule(() => {
        isBurst = false
        calmDown()
      }, calmAfterMs)
    }
    take(changes, isBurst)
  }

  return {
    add(changes) {
      const isFirst = waiting.length === 0
      waiting.push(...changes)
      if (!isBurst) {
        if (isFirst) beforeNextFrame(step)
      } else if (!changes.every(canWait)) beforeNextFrame(step)
      else if (isFirst) cancelPause = schedule(step, pauseMs)
    },
    clear() {
      waiting = []
    },
    dispose() {
      cancelPause()
      cancelCalm()
    },
  }
}

const arrivalCount = (changes: readonly Change[]): number =>
  changes.reduce((sum, change) => sum + (change.kind === 'notifications-arrived' ? change.rows.length : 0), 0)

/** It comes by itself and in numbers; all else the reader asked for, or must know of. */
const canWait = ({ kind }: Change): boolean =>
  kind === 'notifications-arrived' ||
  kind === 'frame-received' ||
  kind === 'activity-logged' ||
  kind === 'acknowledgement-changed'
