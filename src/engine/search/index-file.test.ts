import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openIndexFile } from './index-file.ts'
import { foundIds, historyUnderTest, indexAll } from './index-under-test.ts'

/** A history of two rows, indexed and closed, whose index `spoil` then changes. */
function reopened(spoil: (paths: ReturnType<typeof historyUnderTest>) => void) {
  const under = historyUnderTest()
  under.add({ title: 'disk' })
  under.add({ title: 'disk' })
  const first = openIndexFile(under.files)
  first.close()
  const index = under.open()
  indexAll(index)
  index.close()
  spoil(under)
  const again = openIndexFile(under.files)
  const state = again.prepare('SELECT indexed_up_to FROM index_state').get()
  again.close()
  return { ...under, indexedUpTo: Number(state?.['indexed_up_to']) }
}

function change(path: string, sql: string): void {
  using database = new DatabaseSync(path)
  database.exec(sql)
}

describe('the index file', () => {
  it('is kept from one start to the next', () => {
    expect(reopened(() => undefined).indexedUpTo).toBe(2)
  })

  it.each<[string, (under: ReturnType<typeof historyUnderTest>) => void]>([
    ['is no database', ({ files }) => writeFileSync(files.indexPath, 'no database at all '.repeat(500))],
    ['is damaged inside', ({ files }) => writeFileSync(files.indexPath, damaged(files.indexPath))],
    ['is empty', ({ files }) => writeFileSync(files.indexPath, '')],
    ['is of another format', ({ files }) => change(files.indexPath, 'UPDATE index_state SET format = 99')],
    ['has lost a table', ({ files }) => change(files.indexPath, 'DROP TABLE words')],
    [
      'is of another history',
      ({ history }) => history.exec(`UPDATE migrations SET applied_at = 'another day'`),
    ],
    ['is ahead of the history', ({ history }) => history.exec('UPDATE row_ids SET next_row_id = 2')],
  ])('is begun anew when it %s', (_what, spoil) => {
    const { indexedUpTo, open } = reopened(spoil)
    expect(indexedUpTo).toBe(0)
    const index = open()
    indexAll(index)
    expect(foundIds(index, 'disk')).toEqual([2, 1])
  })

  it('is not touched where the history cannot be read', () => {
    const { files, open } = historyUnderTest()
    open().close()
    const before = statSync(files.indexPath)
    expect(() => openIndexFile({ ...files, historyPath: `${files.historyPath}.missing` })).toThrow(
      /unable to open/,
    )
    expect(statSync(files.indexPath).ino).toBe(before.ino)
  })

  it('cannot write the history, nor keep others from it', () => {
    const { files, history, add } = historyUnderTest()
    using database = openIndexFile(files)
    expect(() => database.exec('DELETE FROM notifications')).toThrow(/readonly/)
    database.exec('BEGIN IMMEDIATE')
    history.exec('PRAGMA busy_timeout = 0')
    expect(add({ title: 'meanwhile' })).toBe(1)
    database.exec('COMMIT')
  })
})

/** All but the first page overwritten. */
const damaged = (path: string): Uint8Array => readFileSync(path).fill(0xa5, 4_096)
