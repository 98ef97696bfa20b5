import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { inTransaction, openDatabase } from './database.ts'
import { HistoryError } from './history-error.ts'
import type { Migration } from './migrations.ts'

const steps: readonly Migration[] = [
  { version: 1, sql: 'CREATE TABLE a (x INTEGER) STRICT' },
  { version: 2, sql: 'ALTER TABLE a ADD COLUMN y INTEGER' },
]

describe('opening the history', () => {
  it('makes the folder and the file, in WAL mode', () => {
    using database = openDatabase(join(temporaryFolder(), 'deep', 'er', 'h.sqlite'))
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(database.prepare('SELECT count(*) AS n FROM counts').get()).toEqual({ n: 4 })
  })

  it('runs each migration once, keeping what is there', () => {
    const path = join(temporaryFolder(), 'h.sqlite')
    openDatabase(path, steps.slice(0, 1)).close()
    const old = openDatabase(path, steps.slice(0, 1))
    old.exec('INSERT INTO a VALUES (1)')
    old.close()
    openDatabase(path, steps).close()
    using database = openDatabase(path, steps)
    expect(database.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 1, y: null }])
    expect(database.prepare('SELECT version FROM migrations').all()).toEqual([{ version: 1 }, { version: 2 }])
    using backup = openDatabase(`${path}.before-format-2`, steps.slice(0, 1))
    expect(backup.prepare('SELECT * FROM a').all()).toEqual([{ x: 1 }])
  })

  it('refuses a newer format, and leaves the file as it is', () => {
    const path = join(temporaryFolder(), 'h.sqlite')
    openDatabase(path, steps).close()
    const before = readFileSync(path)
    expect(() => openDatabase(path, steps.slice(0, 1))).toThrow(HistoryError)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('undoes a migration that fails half way', () => {
    const path = join(temporaryFolder(), 'h.sqlite')
    openDatabase(path, steps.slice(0, 1)).close()
    expect(() =>
      openDatabase(path, [...steps, { version: 3, sql: 'CREATE TABLE b (z); NONSENSE' }]),
    ).toThrow()
    using database = openDatabase(path, steps.slice(0, 1))
    expect(database.prepare('SELECT max(version) AS version FROM migrations').get()).toEqual({ version: 1 })
  })
})

describe('a transaction', () => {
  it('keeps all or nothing', () => {
    using database = openDatabase(join(temporaryFolder(), 'h.sqlite'), steps)
    expect(() =>
      inTransaction(database, () => {
        database.exec('INSERT INTO a VALUES (1, 1)')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(database.prepare('SELECT * FROM a').all()).toEqual([])
  })
})
