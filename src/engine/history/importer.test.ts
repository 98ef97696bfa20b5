import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../contract/jobs.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { exportFound } from '../export/export-found.ts'
import { createExportReader } from '../export/export-reader.ts'
import { createJobs } from '../jobs/jobs.ts'
import { openStorage, type StorageUnderTest } from '../storage-under-test.ts'
import { createImporter, type ImporterDeps } from './importer.ts'

const bare = (title: string, type = 'info'): string => JSON.stringify({ type, title, id: title })

function setUp(more: Partial<ImporterDeps> = {}) {
  const app = openStorage()
  const told: number[] = []
  let look: (view: JobView) => void = () => {}
  const jobs = createJobs(
    app.clock,
    () => english,
    (view) => look(view),
  )
  const importFile = createImporter({
    ...{ clock: app.clock, jobs, importRows: app.storage.importRows },
    sourceAddress: () => 'ws://now.example/ws',
    onImported: (count) => told.push(count),
    ...more,
  })
  return {
    ...{ ...app, jobs, told },
    /** @param onProgress told of each change until the end */
    run(file: string, onProgress: (view: JobView) => void = () => {}): Promise<JobView> {
      const { promise, resolve } = Promise.withResolvers<JobView>()
      look = (view) => (view.state === 'running' ? onProgress(view) : resolve(view))
      importFile(file)
      return promise
    },
    write(...lines: readonly string[]): string {
      const file = join(app.dataDir, 'in.jsonl')
      writeFileSync(file, `${lines.join('\n')}\n`)
      return file
    },
  }
}

const read = (app: Pick<StorageUnderTest, 'storage'>) => createExportReader(app.storage.database)
const allOf = (app: Pick<StorageUnderTest, 'storage'>) =>
  app.storage.history
    .newest(10_000)
    .toReversed()
    .map(({ rowId }) => read(app).read(rowId))

/** What there is to import again: all but row ids and acknowledgements. */
const kept = (app: Pick<StorageUnderTest, 'storage'>) =>
  allOf(app).map((row) => {
    const { frame, receivedAt, readAt, pinnedAt } = row?.detail ?? {}
    return { source: row?.source, frame, receivedAt, readAt, pinnedAt }
  })

describe('an import', () => {
  it('of a file of bare frames files them under the source of now, at the time of the import', async () => {
    const app = setUp()
    const job = await app.run(app.write(bare('a'), '', bare('b', 'error')))
    expect(job).toMatchObject({ kind: 'import', state: 'done', done: 2, total: null, problem: null })
    const now = { source: 'ws://now.example/ws', receivedAt: app.clock.now(), readAt: null, pinnedAt: null }
    expect(kept(app)).toEqual([
      { ...now, frame: bare('a') },
      { ...now, frame: bare('b', 'error') },
    ])
    expect(app.told).toEqual([2])
    expect(app.storage.counts.read()).toEqual(app.recounted())
    expect(app.storage.counts.read().error).toEqual({ total: 1, unread: 1 })
  })

  it('of what was exported keeps sources, times, read marks and pins', async () => {
    const from = openStorage()
    const rowIds = from.arrive(...['a', 'b', 'c'].map((id) => ({ type: 'warning', title: `“${id}”\n`, id })))
    from.storage.readMarker.markRows(rowIds.slice(0, 1), from.clock.now() + 500)
    from.storage.history.setPinned(rowIds.slice(1, 2), from.clock.now() + 700)
    const file = join(from.dataDir, 'out.jsonl')
    await exportFound(createExportReader(from.storage.database), {
      ...{ format: 'jsonl', file, findsAll: true, isCancelled: () => false, onProgress() {} },
      findRowIds: (after) => rowIds.filter((rowId) => rowId > (after ?? 0)),
    })

    const app = setUp()
    app.clock.advance(86_400_000)
    expect(await app.run(file)).toMatchObject({ state: 'done', done: 3, problem: null })
    expect(kept(app)).toEqual(kept(from))
    expect(kept(app)[0]).toMatchObject({ source: 's', readAt: from.clock.now() + 500 })
    expect(app.storage.counts.read().warning).toEqual({ total: 3, unread: 2 })
    // In the series they stand where they were received.
    const { storage } = app
    const at = from.clock.now()
    expect(storage.volume.series('minute', at, at)).toEqual(from.storage.volume.series('minute', at, at))
  })

  it('shows no toast and acknowledges nothing: nobody has just read it', async () => {
    const app = setUp()
    const readLine = JSON.stringify({
      ...{ receivedAt: '2026-01-01T00:00:00.000Z', readAt: '2026-01-01T00:00:01.000Z' },
      frame: bare('a'),
    })
    await app.run(app.write(readLine, bare('b')))
    expect(app.storage.outbox.waitingCount('s')).toBe(0)
    expect(app.storage.database.prepare('SELECT * FROM acknowledgements').all()).toEqual([])
    expect(app.storage.history.get(1)).toMatchObject({ acknowledgement: 'local' })
    // Nothing went the way of what arrives, at whose end toasts are shown.
    expect(app.batches).toEqual([])
    const reason = 'It was imported from a file.'
    expect(app.storage.storyBook.read(english, 2)?.steps.at(-1)).toMatchObject({
      step: 'toast-silent',
      reason,
    })
  })

  it('leaves bad lines out, and says how many and why the first', async () => {
    const app = setUp()
    const file = app.write(bare('a'), 'no json', '{"type":"system","message":"M"}', bare('b'), '[]')
    expect(await app.run(file)).toMatchObject({
      ...{ state: 'done', done: 2 },
      problem: '3 lines were left out; the first is line 2: The line is not a JSON object.',
    })
    expect(kept(app).map(({ frame }) => frame)).toEqual([bare('a'), bare('b')])
  })

  it('tells how far it is, and keeps what is stored when it is cancelled', async () => {
    const app = setUp()
    const file = app.write(...Array.from({ length: 2_000 }, (_, index) => bare(`n${index}`)))
    const seen: number[] = []
    const { importRows } = app.storage
    const cancelling = setUp({
      importRows(rows) {
        importRows(rows)
        cancelling.clock.advance(200)
      },
    })
    const job = await cancelling.run(file, ({ jobId, done }) => {
      seen.push(done)
      if (done === 512) cancelling.jobs.cancel(jobId)
    })
    expect(seen).toEqual([0, 256, 512])
    expect(job).toMatchObject({ state: 'cancelled', done: 512, problem: null })
    expect(kept(app)).toHaveLength(512)
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })

  it('that the disk refuses has failed, says so, and keeps whole batches', async () => {
    let batches = 0
    const app = setUp()
    const { importRows } = app.storage
    const failing = setUp({
      importRows(rows) {
        batches += 1
        if (batches === 2) throw new Error('database or disk is full')
        importRows(rows)
      },
    })
    const file = app.write(...Array.from({ length: 600 }, (_, index) => bare(`n${index}`)))
    expect(await failing.run(file)).toMatchObject({
      ...{ state: 'failed', done: 256 },
      problem: 'The import stopped after 256 notifications (database or disk is full). Those are kept.',
    })
    expect(kept(app)).toHaveLength(256)
  })

  it('of a file that is not there has failed', async () => {
    const app = setUp()
    const job = await app.run(join(app.dataDir, 'nowhere.jsonl'))
    expect(job).toMatchObject({ state: 'failed', done: 0, problem: expect.stringContaining('ENOENT') })
  })
})
