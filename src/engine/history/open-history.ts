/** Opens the history of a data folder, whatever state it is in: locked, damaged, new. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { type Wording, worded } from '../../i18n/wording.ts'
import { countPinnedSql } from '../statistics/pinned-count.ts'
import { lockDataFolder } from './data-lock.ts'
import { openDatabase } from './database.ts'
import { isDamaged, salvage, setAside } from './salvage.ts'

export const historyFileName = 'history.sqlite'

export type OpenHistory = Disposable & {
  readonly database: DatabaseSync
  /** Told to people where something had to be mended; otherwise null. */
  readonly notice: Wording | null
}

/** @throws HistoryError when another Tocsin uses the folder, or a newer one wrote it; SQLite's error when it cannot be written */
export function openHistory(dataDir: string, now: number): OpenHistory {
  mkdirSync(dataDir, { recursive: true })
  const lock = lockDataFolder(dataDir)
  try {
    const { database, notice } = openOrMend(join(dataDir, historyFileName), now)
    return {
      ...{ database, notice },
      [Symbol.dispose]() {
        database.close()
        lock[Symbol.dispose]()
      },
    }
  } catch (error) {
    lock[Symbol.dispose]()
    throw error
  }
}

function openOrMend(path: string, now: number): Pick<OpenHistory, 'database' | 'notice'> {
  try {
    const database = openDatabase(path)
    checkWritable(database)
    // Touches every table and index root: most damage shows here, and not in the middle of the day.
    database.exec('SELECT count(*) FROM (SELECT 1 FROM notifications ORDER BY row_id DESC LIMIT 100)')
    database.exec(countPinnedSql)
    return { database, notice: null }
  } catch (error) {
    if (!isDamaged(error)) throw error
    const aside = setAside(path, now)
    const database = openDatabase(path)
    const saved = salvage(aside, database)
    return { database, notice: worded('engine-storage.damaged', { count: saved, file: aside }) }
  }
}

/** A file that may not be written SQLite opens for reading, without a word. @throws SQLite's error */
function checkWritable(database: DatabaseSync): void {
  try {
    database.exec('BEGIN IMMEDIATE; UPDATE row_ids SET next_row_id = next_row_id; ROLLBACK')
  } catch (error) {
    database.close()
    throw error
  }
}
