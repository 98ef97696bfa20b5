/** How far each stream of each source is stored, in the history's own file: it moves with the rows or not at all. */
import type { DatabaseSync } from 'node:sqlite'
import type { ResumePoint } from '../../protocol/resumption.ts'

export type CursorTable = {
  /** @param clientId where the address does not say it; else empty. @returns null before the first time */
  read(sourceAddress: string, clientId: string): ResumePoint | null
  /** Inside the transaction that stores what it moves over. */
  write(sourceId: number, clientId: string, cursor: ResumePoint): void
}

export function createCursorTable(database: DatabaseSync): CursorTable {
  const select = database.prepare(
    `SELECT epoch, own_sequence, all_sequence FROM cursors JOIN sources USING (source_id)
     WHERE address = ? AND client_id = ?`,
  )
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO cursors (source_id, client_id, epoch, own_sequence, all_sequence) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    read(sourceAddress, clientId) {
      const row = select.get(sourceAddress, clientId)
      if (row === undefined) return null
      return {
        ...{ epoch: String(row['epoch']) },
        ...{ own: Number(row['own_sequence']), all: Number(row['all_sequence']) },
      }
    },
    write: (sourceId, clientId, { epoch, own, all }) => void upsert.run(sourceId, clientId, epoch, own, all),
  }
}
