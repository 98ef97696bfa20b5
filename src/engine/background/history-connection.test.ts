import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createFilledHistory, infoFrame } from '../export/filled-history.ts'
import { checkpoint, openHistoryConnection } from './history-connection.ts'

describe('a checkpoint beside the main connection', () => {
  it('writes the log back, so that the next batch begins it anew', () => {
    const { main, beside, pagesInLog } = setUp()
    main.store(Array.from({ length: 2_000 }, () => ({ frame: infoFrame('a') })))
    const before = pagesInLog()
    expect(before).toBeGreaterThan(20)
    expect(checkpoint(beside)).toBe(0)
    main.store([{ frame: infoFrame('b') }])
    expect(pagesInLog()).toBeLessThan(before / 2)
  })

  it('neither waits for a reader nor disturbs it, and says what it had to leave', () => {
    const { main, beside } = setUp()
    main.store([{ frame: infoFrame('a') }])
    const reader = openHistoryConnection(main.path)
    reader.exec('BEGIN')
    const count = () => Number(reader.prepare('SELECT count(*) AS n FROM notifications').get()?.['n'])
    expect(count()).toBe(1)
    main.store([{ frame: infoFrame('b') }])
    expect(checkpoint(beside)).toBeGreaterThan(0)
    expect(count()).toBe(1)
    reader.close()
    expect(checkpoint(beside)).toBe(0)
  })
})

function setUp() {
  const main = createFilledHistory(temporaryFolder())
  main.database.exec('PRAGMA wal_autocheckpoint = 0')
  const beside = openHistoryConnection(main.path)
  onTestFinished(() => {
    beside.close()
    main.database.close()
  })
  const pagesInLog = () => Number(main.database.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.['log'])
  return { main, beside, pagesInLog }
}
