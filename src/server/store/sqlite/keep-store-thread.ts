/**
 * Starts the store's thread, and another one when it dies: a few times a minute at most, since what ends each of them must
 * not keep the machine busy. Meanwhile, calls fail. What a thread had answered is on the disk, and the next one finds it.
 */
import type { Clock } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import { messageOf } from '../../message-of.ts'
import type { CallRunner } from './open-call-runner.ts'
import type { StoreThread } from './store-thread.ts'

const restarts = { max: 3, withinMs: 60_000 } as const

/** @throws StoreError when the file cannot be used from the start */
export async function keepStoreThread(deps: {
  readonly start: () => Promise<StoreThread>
  readonly clock: Clock
  /** The last thread may have stored what it told nobody. */
  readonly onRestarted: () => void
  readonly log: Log
}): Promise<CallRunner> {
  const { start, clock, log } = deps
  let restartedMs: readonly number[] = []
  let restarting: Promise<StoreThread | null> | null = null
  let isClosing = false
  /** Null: it is dead. */
  let thread: StoreThread | null = watch(await start())

  function watch(started: StoreThread): StoreThread {
    void started.ended.then((reason) => {
      thread = null
      if (isClosing) return
      log({ event: 'store-failed', reason })
      void restart()
    })
    return started
  }

  function restart(): Promise<StoreThread | null> {
    restarting ??= startAnew().finally(() => {
      restarting = null
    })
    return restarting
  }

  async function startAnew(): Promise<StoreThread | null> {
    const nowMs = clock.monotonicNow()
    restartedMs = restartedMs.filter((atMs) => nowMs - atMs < restarts.withinMs)
    if (restartedMs.length >= restarts.max) return null
    restartedMs = [...restartedMs, nowMs]
    try {
      thread = watch(await start())
    } catch (error) {
      log({ event: 'store-not-restarted', reason: messageOf(error) })
      return null
    }
    log({ event: 'store-restarted', isLastForNow: restartedMs.length >= restarts.max })
    deps.onRestarted()
    return thread
  }

  return {
    async run(calls) {
      const living = thread ?? (await restart())
      return living?.run(calls) ?? { ok: false, reason: 'The store has failed: try again in a minute.' }
    },
    async close() {
      isClosing = true
      await restarting
      await thread?.close()
    },
  }
}
