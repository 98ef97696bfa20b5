/** Prepares each statement once: preparing costs more than most of the queries here. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'

export type Prepare = (sql: string) => StatementSync

/** @returns a `prepare` for texts of which there are few: values belong into parameters */
export function createStatementCache(database: DatabaseSync): Prepare {
  const statements = new Map<string, StatementSync>()
  return (sql) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
}
