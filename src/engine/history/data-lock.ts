/** One Tocsin for one data folder: two would acknowledge, count and toast everything twice. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HistoryError } from './history-error.ts'

export const lockFileName = 'in-use.lock'

/**
 * Held by an exclusive transaction on a file of its own: the system lets go of it however the process ends, so that a
 * crash leaves nothing to clean up.
 * @throws HistoryError when another process holds it
 */
export function lockDataFolder(dataDir: string): Disposable {
  const lock = new DatabaseSync(join(dataDir, lockFileName), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new HistoryError(
      `Tocsin is running already with the folder ${dataDir}. Use that one, or start this one with another --data-dir.`,
    )
  }
  return { [Symbol.dispose]: () => lock.close() }
}

const busy = 5 // SQLITE_BUSY, https://www.sqlite.org/rescode.html

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy
}
