/** Exports what a query finds to a file, oldest first. Runs beside the main loop, in steps that let others in. */
import { setImmediate } from 'node:timers/promises'
import { csvHeader, toCsvLine } from './csv-line.ts'
import { createExportFile, type ExportFile } from './export-file.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportRow } from './export-row.ts'
import { toJsonlLine } from './jsonl-line.ts'

export type ExportFormat = 'jsonl' | 'csv'

export type ExportProgress = {
  /** Rows written. */
  readonly done: number
  /** Null where it is not known ahead. */
  readonly total: number | null
}

export type ExportJob = {
  readonly format: ExportFormat
  /** Written under this name with `.part` until it is whole. */
  readonly file: string
  /** True when the query finds every row: then the total is known ahead. */
  readonly findsAll: boolean
  /** At most `limit` ids beyond `from`, oldest first; null when cancelled. */
  findRowIds(from: number | null, limit: number): readonly number[] | null
  isCancelled(): boolean
  onProgress(progress: ExportProgress): void
}

type Format = { readonly head: string; toLine(row: ExportRow): string }
const formats: Readonly<Record<ExportFormat, Format>> = {
  jsonl: { head: '', toLine: toJsonlLine },
  csv: { head: csvHeader, toLine: toCsvLine },
}

const pageSize = 500
/** In characters: how much is gathered before it is written, however large a row may be. */
const writeSize = 256 * 1024
/** By count, not by time: about five a second. */
const rowsBetweenProgress = 5_000

/**
 * @returns null when it was cancelled; then, and when it fails, no file is left
 * @throws the file system's error, or SQLite's
 */
export async function exportFound(
  reader: ExportReader,
  job: ExportJob,
): Promise<{ readonly rowCount: number } | null> {
  const file = await createExportFile(job.file)
  try {
    const rowCount = await writeRows(reader, job, file)
    if (rowCount === null) {
      await file.abandon()
      return null
    }
    await file.finish()
    return { rowCount }
  } catch (error) {
    await file.abandon()
    throw error
  }
}

async function writeRows(reader: ExportReader, job: ExportJob, file: ExportFile): Promise<number | null> {
  const { head, toLine } = formats[job.format]
  // What arrives meanwhile is left out: otherwise a quick source would keep an export from ever ending.
  const newest = reader.newestRowId()
  const total = job.findsAll ? reader.rowCount() : null
  let text = head
  let done = 0

  for await (const rowIds of pages(job, newest)) {
    for (const rowId of rowIds) {
      const row = reader.read(rowId)
      if (row === null) continue
      text += toLine(row)
      done += 1
      if (done % rowsBetweenProgress === 0) job.onProgress({ done, total })
      if (text.length < writeSize) continue
      await file.write(text)
      text = ''
    }
  }
  if (job.isCancelled()) return null
  await file.write(text)
  return done
}

/** Ids up to and with `newest`, a page at a time; ends early when the job is cancelled. */
async function* pages(job: ExportJob, newest: number): AsyncGenerator<readonly number[]> {
  let from: number | null = null
  while (!job.isCancelled()) {
    const found = job.findRowIds(from, pageSize)
    const rowIds = found?.filter((rowId) => rowId <= newest) ?? []
    yield rowIds
    if (rowIds.length < pageSize) return
    from = rowIds.at(-1) ?? null
    await setImmediate()
  }
}
