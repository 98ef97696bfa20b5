/** An export gives back what was stored, whatever that was, however the file is cut into chunks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { exportFound } from './export-found.ts'
import { createExportReader } from './export-reader.ts'
import { createFilledHistory } from './filled-history.ts'
import { type ImportLine, readImportLines } from './read-import-lines.ts'

const text = fc.string({ unit: 'binary' })
const frame = fc
  .record({
    type: fc.constantFrom('info', 'warning', 'error', 'success', 'alarm'),
    title: text,
    ...{ message: text, id: text, extra: fc.jsonValue() },
  })
  .chain((value) => fc.constantFrom(JSON.stringify(value), JSON.stringify(value, null, '\r\n\t')))
const time = fc.integer({ min: 0, max: 8.64e15 })
const row = fc.record({
  frame,
  ...{ receivedAt: time, readAt: fc.option(time), pinnedAt: fc.option(time), source: text },
})

describe('an export as JSON Lines', () => {
  it('gives every frame and time back', async () => {
    const folder = temporaryFolder()
    const { database, store } = createFilledHistory(folder)
    const file = join(folder, 'found.jsonl')
    const rows = fc.array(row, { maxLength: 20 })
    const property = fc.asyncProperty(rows, fc.integer({ min: 1, max: 500 }), async (written, chunkSize) => {
      const first = store(written)
      await exportFound(createExportReader(database), {
        ...{ format: 'jsonl', file, findsAll: false },
        findRowIds: (from) => written.map((_, number) => first + number).filter((id) => id > (from ?? 0)),
        isCancelled: () => false,
        onProgress() {},
      })
      const lines: ImportLine[] = []
      const stream = inChunks(readFileSync(file), chunkSize)
      for await (const line of readImportLines(stream, 0)) lines.push(line)
      expect(lines).toEqual(written.map((each) => ({ ok: true, ...each })))
    })
    await fc.assert(property, { numRuns: 100 })
    database.close()
  })
})

function inChunks(bytes: Buffer, size: number): Readable {
  const number = Math.ceil(bytes.length / size)
  return Readable.from(Array.from({ length: number }, (_, at) => bytes.subarray(at * size, (at + 1) * size)))
}
