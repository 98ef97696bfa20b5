/** The work on the history that takes more than a moment, wired together: beside the main loop, or in slices of it. */

import { existsSync } from 'node:fs'
import type { Clock } from '../clock/clock.ts'
import type { JobView } from '../contract/jobs.ts'
import type { Settings } from '../contract/settings-table.ts'
import type { Counts } from '../contract/snapshot.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { type Wording, worded } from '../i18n/wording.ts'
import { type Background, createBackground } from './background/background.ts'
import type { Storage } from './create-storage.ts'
import { describeFault } from './describe-fault.ts'
import { createImporter } from './history/importer.ts'
import { createWalKeeper, type WalKeeper } from './history/wal-keeper.ts'
import { createIndexProgress } from './jobs/index-progress.ts'
import { createJobs, type Jobs } from './jobs/jobs.ts'
import { createDeleter, type Deleter } from './retention/deleter.ts'
import { createPruner, type Pruner } from './retention/pruner.ts'
import { createSlices, type Slices } from './slices.ts'
import { totalOf } from './statistics/counts.ts'

export type HistoryWorkDeps = {
  readonly clock: Clock
  readonly storage: Storage
  readonly backgroundFile: URL | string
  i18n(): I18n
  counts(): Counts
  settings(): Settings
  /** Under which imported rows are filed that name no source. */
  sourceAddress(): string
  onJob(job: JobView): void
  onDeleted(rowIds: readonly number[]): void
  onHistoryChanged(): void
  /** Something did not work and is tried again. */
  onFault(problem: Wording): void
}

export type HistoryWork = {
  readonly background: Background
  readonly wal: WalKeeper
  readonly jobs: Jobs
  readonly slices: Slices
  readonly deleter: Deleter
  readonly pruner: Pruner
  /** @returns the job's id */
  readonly importFile: (file: string) => number
  /** Rows were stored. */
  stored(count: number): void
  /** Goes on with what an earlier run left. */
  resume(): void
  /** No more slices; before what waits is stored for the last time. */
  stop(): void
  /** Before the history is closed. */
  close(): void
}

export function createHistoryWork(deps: HistoryWorkDeps): HistoryWork {
  const { clock, storage, counts } = deps
  const jobs = createJobs(clock, deps.i18n, deps.onJob)
  const background = createBackground({
    ...{ clock, i18n: deps.i18n, workerFile: deps.backgroundFile, onFault: deps.onFault },
    ...{ historyPath: storage.path, indexPath: storage.indexPath, onDropped: storage.forgetRemoved },
    onIndexProgress: createIndexProgress(jobs).tell,
  })
  const wal = createWalKeeper({
    ...{ clock, walPath: `${storage.path}-wal` },
    onGrown: () => void background.checkpoint(),
  })
  const slices = createSlices(clock, (fault) => {
    const cause = describeFault(fault)
    deps.onFault(worded('engine-storage.work-waits', { cause }))
  })
  const deleter = createDeleter({
    ...{ clock, jobs, slices, deletions: storage.deletions, onRemoved: background.rowsRemoved },
    ...{ onDeleted: deps.onDeleted, onRestored: deps.onHistoryChanged },
  })
  const pruner = createPruner({
    ...{ clock, slices, retention: storage.retention, settings: deps.settings },
    onPruned(rowIds) {
      deps.onDeleted(rowIds)
      background.rowsRemoved(rowIds.length)
    },
  })

  return {
    ...{ background, wal, jobs, slices, deleter, pruner },
    importFile: createImporter({
      ...{ clock, jobs, importRows: storage.importRows, sourceAddress: deps.sourceAddress },
      onImported(count) {
        deps.onHistoryChanged()
        background.stored(count)
      },
    }),
    stored(count) {
      background.stored(count)
      pruner.stored()
    },
    resume() {
      // A history from before the index, or one whose index was lost.
      if (!existsSync(storage.indexPath)) background.stored(totalOf(counts()))
      deleter.resume()
    },
    stop() {
      for (const part of [pruner, deleter, slices]) part[Symbol.dispose]()
    },
    close() {
      background.terminate()
      wal[Symbol.dispose]()
    },
  }
}
