/** Removes rows for good, with what belongs to them alone. */
import type { DatabaseSync } from 'node:sqlite'

export type RemovableRow = { readonly rowId: number; readonly acknowledgementId: number | null }

/** @returns removes inside the caller's transaction; the search index hears of it by `removed_rows` */
export function createRowRemover(database: DatabaseSync): (rows: readonly RemovableRow[]) => void {
  const remove = database.prepare('DELETE FROM notifications WHERE row_id = ?')
  const note = database.prepare('INSERT OR IGNORE INTO removed_rows (row_id) VALUES (?)')
  const removeStory = database.prepare('DELETE FROM story_events WHERE row_id = ?')
  // One that is not confirmed is still owed to the server.
  const removeAcknowledgement = database.prepare(
    `DELETE FROM acknowledgements WHERE acknowledgement_id = ?1 AND state = 2
     AND NOT EXISTS (SELECT 1 FROM notifications WHERE acknowledgement_id = ?1)
     AND NOT EXISTS (SELECT 1 FROM read_jobs WHERE acknowledgement_id = ?1)`,
  )
  return (rows) => {
    for (const { rowId, acknowledgementId } of rows) {
      remove.run(rowId)
      note.run(rowId)
      removeStory.run(rowId)
      if (acknowledgementId !== null) removeAcknowledgement.run(acknowledgementId)
    }
  }
}
