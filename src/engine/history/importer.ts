/** Imports a file of JSON Lines: line by line, with progress, and cancellable. What is stored stays stored. */

import { createReadStream } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { type ImportLine, readImportLines } from '../export/read-import-lines.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'
import type { ImportedNotification } from './import-rows.ts'

export type ImporterDeps = {
  readonly clock: Clock
  readonly jobs: Jobs
  /** Stores all of them, or none. */
  importRows(imported: readonly ImportedNotification[]): void
  /** Rows were stored. */
  onImported(count: number): void
  /** Under which rows are filed that name no source. */
  sourceAddress(): string
}

/** As many as an arriving batch: a short slice of the main loop. */
const batchSize = 256

/** @returns starts an import and gives its job's id */
export function createImporter(deps: ImporterDeps): (file: string) => number {
  const { clock, jobs } = deps

  async function work(file: string, job: Job): Promise<void> {
    const left: LeftOut = { count: 0, first: null }
    let stored = 0
    let batch: ImportedNotification[] = []
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return
      deps.importRows(batch)
      deps.onImported(batch.length)
      stored += batch.length
      batch = []
      job.progress(stored)
      await nextTurn()
    }
    try {
      for await (const line of readImportLines(createReadStream(file), clock.now())) {
        if (job.isCancelled) break
        if (line.ok) batch.push(toImported(line))
        else note(left, line)
        if (batch.length >= batchSize) await flush()
      }
      await flush()
      job.end(job.isCancelled ? 'cancelled' : 'done', { done: stored, problem: describeLeft(left) })
    } catch (fault) {
      const cause = describeFault(fault)
      const problem = worded('engine-files.import.stopped', { count: stored, cause })
      job.end('failed', { done: stored, problem })
    }
  }

  const toImported = (line: Extract<ImportLine, { ok: true }>): ImportedNotification => ({
    receivedAt: line.receivedAt,
    sourceAddress: line.source ?? deps.sourceAddress(),
    readAt: line.readAt,
    pinnedAt: line.pinnedAt,
    frame: line.frame,
  })

  return (file) => {
    const job = jobs.start({ kind: 'import', total: null, file })
    void work(file, job)
    return job.view.jobId
  }
}

type BadLine = Extract<ImportLine, { ok: false }>
type LeftOut = { count: number; first: BadLine | null }

function note(left: LeftOut, line: BadLine): void {
  left.count += 1
  left.first ??= line
}

const describeLeft = ({ count, first }: LeftOut): Wording | null =>
  first === null
    ? null
    : worded('engine-files.import.left-out', { count, line: first.line, reason: first.reason })
