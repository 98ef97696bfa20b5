import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createCountsTable } from '../statistics/counts.ts'
import { openStorage } from '../storage-under-test.ts'
import { HistoryError } from './history-error.ts'
import { historyFileName, openHistory } from './open-history.ts'
import { createRowLists } from './row-lists.ts'
import { openShapes } from './saved-shapes.ts'

const frameOf = (index: number): object => ({
  ...{ type: 'error', title: `T${index}`, message: 'x'.repeat(500), id: `i${index}` },
})

function fill(dataDir: string, count: number): void {
  const { storage, arrive, close } = openStorage(dataDir)
  arrive(...Array.from({ length: count }, (_, index) => frameOf(index)))
  storage.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  close()
}

const rowsOf = ({ database }: { readonly database: DatabaseSync }, limit: number) =>
  createRowLists(database, openShapes(database)).newest(limit)

describe('a data folder in use', () => {
  it('is refused to a second Tocsin, and free once the first has ended', () => {
    const dataDir = temporaryFolder()
    const first = openHistory(dataDir, 0)
    expect(() => openHistory(dataDir, 0)).toThrow(HistoryError)
    expect(() => openHistory(dataDir, 0)).toThrow(/running already.*--data-dir/)
    first[Symbol.dispose]()
    openHistory(dataDir, 0)[Symbol.dispose]()
  })

  it('is free again after a crash', async () => {
    const dataDir = temporaryFolder()
    const program = `
      const { openHistory } = await import(${JSON.stringify(new URL('./open-history.ts', import.meta.url).href)})
      globalThis.kept = openHistory(${JSON.stringify(dataDir)}, 0)
      console.log('open')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    expect(() => openHistory(dataDir, 0)).toThrow(/running already/)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    openHistory(dataDir, 0)[Symbol.dispose]()
  })
})

describe('a damaged history', () => {
  it('that is no database at all is kept aside, and a new one begun', () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, historyFileName), 'not a database, '.repeat(100))
    using opened = openHistory(dataDir, 0)
    expect(inEnglish(opened.notice ?? '')).toMatch(
      /damaged.*0 notifications were saved.*kept as .*\.damaged-1970/,
    )
    const aside = readdirSync(dataDir).find((name) => name.includes('.damaged-')) ?? ''
    expect(readFileSync(join(dataDir, aside), 'utf8')).toContain('not a database')
    expect(rowsOf(opened, 1)).toEqual([])
  })

  it('is saved as far as it can be read, with counts that fit', () => {
    const dataDir = temporaryFolder()
    fill(dataDir, 2_000)
    const path = join(dataDir, historyFileName)
    // The newest pages are read at the start; the last page but a few holds some of them.
    const at = statSync(path).size - 6 * 4096
    writeSync(openSync(path, 'r+'), Buffer.alloc(5 * 4096, 0x5a), 0, 5 * 4096, at)
    using opened = openHistory(dataDir, 0)
    const saved = Number(
      /([\d,]+) notifications were saved/.exec(inEnglish(opened.notice ?? ''))?.[1]?.replace(',', ''),
    )
    expect(saved).toBeGreaterThan(1_500)
    expect(saved).toBeLessThan(2_000)
    expect(createCountsTable(opened.database).read().error).toEqual({ total: saved, unread: saved })
    expect(opened.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })

  it('is not what a whole one is taken for', () => {
    const dataDir = temporaryFolder()
    fill(dataDir, 300)
    using opened = openHistory(dataDir, 0)
    expect(opened.notice).toBeNull()
    expect(rowsOf(opened, 500)).toHaveLength(300)
  })
})
