import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { type ExportJob, type ExportProgress, exportFound } from './export-found.ts'
import { exportProblem } from './export-problem.ts'
import { createExportReader, type ExportReader } from './export-reader.ts'
import { createFilledHistory, infoFrame } from './filled-history.ts'

describe('an export', () => {
  it('writes what is found, oldest first, across pages, without what is hidden or gone', async () => {
    const { job, reader, database, store } = setUp()
    store(Array.from({ length: 1_203 }, (_, number) => ({ frame: infoFrame(`n${number}`) })))
    database.exec('UPDATE notifications SET deletion_id = 1 WHERE row_id = 600')
    database.exec('DELETE FROM notifications WHERE row_id = 1')
    expect(await exportFound(reader, job)).toEqual({ rowCount: 1_201 })
    const titles = readTitles(job.file)
    expect(titles).toHaveLength(1_201)
    expect([titles[0], titles[597], titles[598], titles.at(-1)]).toEqual(['n1', 'n598', 'n600', 'n1202'])
  })

  it('writes an empty file where nothing is found, and its header as CSV', async () => {
    const { job, reader } = setUp()
    expect(await exportFound(reader, job)).toEqual({ rowCount: 0 })
    expect(readFileSync(job.file, 'utf8')).toBe('')
    await exportFound(reader, { ...job, format: 'csv' })
    expect(readFileSync(job.file, 'utf8')).toMatch(/^\ufeffreceivedAt,type,.*\r\n$/)
  })

  it('leaves out what arrives after it began', async () => {
    const { job, reader, store } = setUp()
    store(Array.from({ length: 600 }, () => ({ frame: infoFrame('early') })))
    const storing: ExportJob = {
      ...job,
      findRowIds(from, limit) {
        store([{ frame: infoFrame('late') }])
        return job.findRowIds(from, limit)
      },
    }
    expect(await exportFound(reader, storing)).toEqual({ rowCount: 600 })
    expect(new Set(readTitles(job.file))).toEqual(new Set(['early']))
  })

  it('lets others in between two pages', async () => {
    const { job, reader, store } = setUp()
    store(Array.from({ length: 900 }, () => ({ frame: infoFrame('a') })))
    const order: string[] = []
    function noted(from: number | null, limit: number) {
      order.push('page')
      setImmediate(() => order.push('other'))
      return job.findRowIds(from, limit)
    }
    await exportFound(reader, { ...job, findRowIds: noted })
    expect(order.slice(0, 3)).toEqual(['page', 'other', 'page'])
  })

  it('reads frames of shapes that came to be after it began', async () => {
    const { reader, store } = setUp()
    const rowId = store([{ frame: infoFrame('a') }])
    reader.read(rowId)
    const frame = '{"type":"error","title":"a new shape","error_code":500}'
    expect(reader.read(store([{ frame }]))?.detail.frame).toBe(frame)
  })

  it('tells its progress by rows, with the total where that is known', async () => {
    const { job, reader, store } = setUp()
    store(Array.from({ length: 10_001 }, () => ({ frame: infoFrame('a') })))
    const told: ExportProgress[] = []
    await exportFound(reader, { ...job, findsAll: true, onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([
      { done: 5_000, total: 10_001 },
      { done: 10_000, total: 10_001 },
    ])
    told.length = 0
    await exportFound(reader, { ...job, findsAll: false, onProgress: (progress) => told.push(progress) })
    expect(told.map((progress) => progress.total)).toEqual([null, null])
  })

  it('leaves nothing when it is cancelled, and what was there before', async () => {
    const { folder, job, reader, store } = setUp()
    store(Array.from({ length: 2_000 }, () => ({ frame: infoFrame('a') })))
    writeFileSync(job.file, 'before')
    let pages = 0
    const cancelled = { ...job, isCancelled: () => pages > 1, findRowIds: counted }
    function counted(from: number | null, limit: number) {
      pages += 1
      return job.findRowIds(from, limit)
    }
    expect(await exportFound(reader, cancelled)).toBeNull()
    expect(pages).toBe(2)
    expect(readdirSync(folder).filter((name) => name.startsWith('found'))).toEqual(['found.jsonl'])
    expect(readFileSync(job.file, 'utf8')).toBe('before')
  })

  it('leaves nothing when it fails', async () => {
    const { folder, job, reader } = setUp()
    const failing = () => {
      throw new Error('no such page')
    }
    await expect(exportFound(reader, { ...job, findRowIds: failing })).rejects.toThrow('no such page')
    expect(readdirSync(folder).filter((name) => name.startsWith('found'))).toEqual([])
  })

  it('says that the folder is not there', async () => {
    const { folder, job, reader } = setUp()
    const file = join(folder, 'nowhere', 'found.jsonl')
    const error = await exportFound(reader, { ...job, file }).catch((reason: unknown) => reason)
    expect(inEnglish(exportProblem(error, file))).toMatch(/^The folder “.*nowhere” is not there/)
  })

  it('says that a folder has the name', async () => {
    const { job, reader } = setUp()
    mkdirSync(`${job.file}.part`)
    const error = await exportFound(reader, job).catch((reason: unknown) => reason)
    expect(inEnglish(exportProblem(error, job.file))).toMatch(/is a folder/)
  })

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const { job, reader, store } = setUp()
    store([{ frame: infoFrame('a') }])
    symlinkSync('/dev/full', `${job.file}.part`)
    const error = await exportFound(reader, job).catch((reason: unknown) => reason)
    expect(inEnglish(exportProblem(error, job.file))).toMatch(/^The disk is full/)
  })
})

describe('the problem of an export', () => {
  it.each([
    ['EACCES', /^Tocsin may not write to “\/there”/],
    ['EROFS', /^Tocsin may not write to “\/there”/],
    ['ENOSPC', /^The disk is full/],
    ['EIO', /^The export failed: it broke\. Nothing was exported/],
  ])('of %s says what to do', (code, sentence) => {
    const error = Object.assign(new Error('it broke'), { code })
    expect(inEnglish(exportProblem(error, '/there/found.csv'))).toMatch(sentence)
  })
})

function setUp() {
  const folder = temporaryFolder()
  const { database, store } = createFilledHistory(folder)
  onTestFinished(() => database.close())
  const reader: ExportReader = createExportReader(database)
  const ids = database.prepare('SELECT row_id FROM notifications WHERE row_id > ? ORDER BY row_id LIMIT ?')
  const job: ExportJob = {
    format: 'jsonl',
    file: join(folder, 'found.jsonl'),
    findsAll: true,
    findRowIds: (from, limit) => ids.all(from ?? 0, limit).map((row) => Number(row['row_id'])),
    isCancelled: () => false,
    onProgress() {},
  }
  return { folder, database, store, reader, job }
}

const readTitles = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(JSON.parse(line).frame).title)
