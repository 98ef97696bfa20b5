/** The background thread's life, as the main thread sees it: started, ended, and what to make of its death. */

import { Worker } from 'node:worker_threads'
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { BackgroundError } from './background-error.ts'
import type { BackgroundFiles, FromThread, ToThread } from './background-messages.ts'

type ThreadDeps = BackgroundFiles & {
  /** `worker.ts`, or the file that it was built to. */
  readonly workerFile: URL | string
  readonly clock: Clock
  onMessage(message: FromThread): void
  /** It ended and nobody ended it. */
  onDeath(reason: Wording): void
}

export type Thread = {
  readonly isRunning: boolean
  /** True when it may not be started now, because it has died too often lately. */
  readonly isBarred: boolean
  /** Nothing when it runs. @throws BackgroundError when it is barred */
  start(): void
  /** To a thread that runs; otherwise nothing. */
  post(message: ToThread): void
  /** Done once it has closed its files; ended without asking after 2 s. */
  end(): Promise<void>
  /** Without waiting: SQLite rolls back what was not committed. */
  terminate(): void
}

/** So many deaths within this time, and it is not started for so long. */
const deathLimit = { number: 3, withinMs: 60_000 } as const
const endWithinMs = 2_000
/** V8 would let it grow to 48: about 20 MiB more after indexing 50,000 rows, and no faster. */
const youngGenerationMb = 8

export function createThread(deps: ThreadDeps): Thread {
  const { clock, workerFile, historyPath, indexPath } = deps
  let worker: Worker | null = null
  let deaths: readonly number[] = []

  const recentDeaths = () => deaths.filter((at) => clock.monotonicNow() - at < deathLimit.withinMs)
  const isBarred = () => recentDeaths().length >= deathLimit.number

  function launch(): Worker {
    const started = new Worker(workerFile, {
      name: 'tocsin-background',
      workerData: { historyPath, indexPath } satisfies BackgroundFiles,
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
    })
    let reason: Wording | null = null
    started.on('message', (message: FromThread) => {
      if (worker === started) deps.onMessage(message)
    })
    started.on('error', (error) => {
      reason = describeFault(error)
    })
    started.on('exit', (code) => {
      if (worker !== started) return
      worker = null
      deaths = [...recentDeaths(), clock.monotonicNow()]
      deps.onDeath(reason ?? worded('engine-background.ended.by-itself', { code }))
    })
    // It serves the process and never keeps it.
    started.unref()
    return started
  }

  /** From now on nothing that it says is heard. */
  function letGo(): Worker | null {
    const leaving = worker
    worker = null
    return leaving
  }

  return {
    get isRunning() {
      return worker !== null
    },
    get isBarred() {
      return isBarred()
    },
    start() {
      if (worker !== null) return
      if (isBarred()) {
        throw new BackgroundError(worded('engine-background.barred'))
      }
      worker = launch()
    },
    post(message) {
      worker?.postMessage(message)
    },
    async end() {
      const leaving = letGo()
      if (leaving === null) return
      const { promise: exited, resolve } = Promise.withResolvers<void>()
      leaving.once('exit', () => resolve())
      // Whoever waits for the end must not be left by a process that has nothing else to do.
      leaving.ref()
      leaving.postMessage({ kind: 'end' } satisfies ToThread)
      const patience = clock.setTimer(endWithinMs, () => void leaving.terminate())
      await exited
      patience[Symbol.dispose]()
    },
    terminate() {
      void letGo()?.terminate()
    },
  }
}
