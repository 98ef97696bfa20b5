import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { storageProblem } from './storage-problem.ts'

function told(error: unknown) {
  const problem = storageProblem(error, '/data')
  return problem && { cause: inEnglish(problem.cause), remedy: inEnglish(problem.remedy) }
}

/** What SQLite itself throws. */
function thrownBy(work: (database: DatabaseSync) => void): unknown {
  const database = new DatabaseSync(join(temporaryFolder(), 'a.sqlite'))
  database.exec('CREATE TABLE t (c)')
  try {
    work(database)
  } catch (error) {
    return error
  } finally {
    database.close()
  }
  throw new Error('Nothing was thrown.')
}

describe('what keeps the history from being stored', () => {
  it('is a full disk: the folder is named, and what to do', () => {
    const error = thrownBy((database) => {
      database.exec('PRAGMA max_page_count = 2')
      database.exec('INSERT INTO t VALUES (zeroblob(100000))')
    })
    expect(told(error)).toEqual({
      cause: 'the disk is full',
      remedy: 'Free some space on the disk that holds /data.',
    })
  })

  it('is a file that can only be read', () => {
    const error = thrownBy((database) => {
      database.exec('PRAGMA query_only = ON')
      database.exec('INSERT INTO t VALUES (1)')
    })
    expect(told(error)).toEqual({
      cause: 'the files in /data can only be read',
      remedy: expect.stringMatching(/^Allow writing .*\.$/),
    })
  })

  it('is a file that cannot be opened', () => {
    const folder = join(temporaryFolder(), 'a.sqlite')
    mkdirSync(folder)
    expect(told(thrownBy(() => new DatabaseSync(folder)))).toMatchObject({
      cause: 'a file of the history in /data cannot be opened',
    })
  })

  it('is an error of the disk, whichever of them', () => {
    const error = Object.assign(new Error('disk I/O error'), { errcode: 10 | (3 << 8) })
    expect(told(error)).toMatchObject({
      cause: 'the disk that holds /data reports an error',
    })
  })

  it('is nothing of the disk where a statement is wrong, or no database was asked', () => {
    expect(told(thrownBy((database) => database.exec('SELECT nonsense')))).toBeNull()
    expect(told(new Error('full'))).toBeNull()
    expect(told('full')).toBeNull()
  })
})
