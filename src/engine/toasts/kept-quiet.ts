/** What do not disturb keeps over a restart, in the history's file. Not: what follows from it (quiet-view.ts). */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../history/database.ts'

/** Times are milliseconds since the epoch, and `Infinity` where there is no end. */
export type KeptQuiet = {
  /** Until when the user wants no toasts; null where nothing is chosen. */
  readonly chosenUntil: number | null
  /** The end of the quiet hours that the user has turned off: it names them. Null where none are. */
  readonly skippedUntil: number | null
  /** The newest row when quiet began; null while it is not quiet, and the end was told. */
  readonly quietFrom: number | null
  /** 1 where it was quiet because of the computer's own do not disturb; otherwise null. */
  readonly wasSystem: number | null
}

export type KeptQuietTable = {
  read(): KeptQuiet
  /** All of it or nothing. @throws SQLite's error */
  write(kept: KeptQuiet): void
}

const names = {
  chosenUntil: 'do-not-disturb-until',
  skippedUntil: 'quiet-hours-skipped-until',
  quietFrom: 'quiet-from-row',
  wasSystem: 'quiet-by-system',
} as const satisfies Readonly<Record<keyof KeptQuiet, string>>

/** In the table of the times alone, where it cannot be one: there is no integer for `Infinity`. */
const noEnd = 0

export function createKeptQuietTable(database: DatabaseSync): KeptQuietTable {
  const read = database.prepare('SELECT value FROM kept WHERE name = ?')
  const put = database.prepare(
    'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM kept WHERE name = ?')

  function readValue(name: string): number | null {
    const row = read.get(name)
    return row === undefined ? null : Number(row['value'])
  }

  function readTime(name: string): number | null {
    const value = readValue(name)
    return value === noEnd ? Number.POSITIVE_INFINITY : value
  }

  function write(name: string, value: number | null): void {
    if (value === null) remove.run(name)
    else put.run(name, value === Number.POSITIVE_INFINITY ? noEnd : value)
  }

  return {
    read: () => ({
      chosenUntil: readTime(names.chosenUntil),
      skippedUntil: readTime(names.skippedUntil),
      quietFrom: readValue(names.quietFrom),
      wasSystem: readValue(names.wasSystem),
    }),
    write(kept) {
      inTransaction(database, () => {
        write(names.chosenUntil, kept.chosenUntil)
        write(names.skippedUntil, kept.skippedUntil)
        write(names.quietFrom, kept.quietFrom)
        write(names.wasSystem, kept.wasSystem)
      })
    },
  }
}
