/** The sources that the history knows, by address: their rows in the file. */
import type { DatabaseSync } from 'node:sqlite'

export type Sources = {
  /** The id of a source's address, made where it is missing. */
  id(address: string): number
}

/** Looked up once a run: a transaction that is rolled back takes a new source with it, hence `forget`. */
export function createSources(database: DatabaseSync): Sources & { forget(): void } {
  const find = database.prepare('SELECT source_id FROM sources WHERE address = ?')
  const add = database.prepare('INSERT INTO sources (address) VALUES (?)')
  const known = new Map<string, number>()

  return {
    id(address) {
      const found = known.get(address)
      if (found !== undefined) return found
      const id = Number(find.get(address)?.['source_id'] ?? add.run(address).lastInsertRowid)
      known.set(address, id)
      return id
    },
    forget: () => known.clear(),
  }
}
