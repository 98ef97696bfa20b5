/**
 * What a user has wished and a server has said of some notifications, without a file, slices, pages or queues: for tests
 * that hold outbox, read marker and sender to it.
 */
import { expect } from 'vitest'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'

export const sources = ['a', 'b'] as const
export type Source = (typeof sources)[number]

/** One wish told to the server; a later wish for the same id is another. */
type Wish = { isConfirmed: boolean }
export type Row = {
  readonly rowId: number
  readonly type: NotificationType
  readonly source: Source
  readonly wireId: string | null
  isRead: boolean
  /** Read by "mark all", and in the outbox only once a slice has reached it. */
  isCovered: boolean
  /** Which of them a slice may yet read it by: the wishes that named its id. */
  owed: Wish[]
  /** By which it was read: one of them. It keeps them when it is marked as unread: the server knows. */
  wishes: Wish[]
}

/** SQLite's text is UTF-8, which has no lone surrogates: the outbox knows them as U+FFFD. */
const keyOf = (source: Source, wireId: string): string => `${source} ${wireId.toWellFormed()}`

export function createModel() {
  const rows: Row[] = []
  const wishes = new Map<string, Wish[]>()

  function wish(source: Source, wireId: string): Wish {
    const made = { isConfirmed: false }
    const key = keyOf(source, wireId)
    wishes.set(key, [...(wishes.get(key) ?? []), made])
    return made
  }

  /** By which it is read now that it is marked. */
  const wishesOf = ({ isCovered, source, wireId, owed }: Row): Wish[] =>
    isCovered && wireId !== null ? [wish(source, wireId)] : owed

  const isSibling = (row: Row) => (other: Row) =>
    row.wireId !== null &&
    other.wireId !== null &&
    other.wishes.length === 0 &&
    keyOf(other.source, other.wireId) === keyOf(row.source, row.wireId)

  return {
    rows,
    /** @returns the rows that must be read now, and those that are to follow */
    mark(row: Row): { readonly now: Row | null; readonly later: readonly Row[] } {
      if (row.isRead) return { now: null, later: [] }
      if (row.wishes.length > 0) return { now: row, later: [] }
      const unread = rows.filter((other) => other !== row && !other.isRead).filter(isSibling(row))
      const owed = row.wireId === null ? [] : [wish(row.source, row.wireId)]
      for (const each of [row, ...unread]) each.owed.push(...owed)
      return { now: row, later: unread }
    },
    /** Here alone: what the server was told, or is still to be told, stays as it is. */
    markUnread(row: Row): void {
      Object.assign(row, { isRead: false, isCovered: false })
    },
    markAll(): number {
      const unread = rows.filter((row) => !row.isRead)
      for (const row of unread) Object.assign(row, { isRead: true, isCovered: true })
      return unread.length
    },
    /** The engine says that it has marked these. */
    marked(rowIds: readonly number[], isBySlice: boolean): void {
      const byId = new Map(rows.map((row) => [row.rowId, row]))
      for (const rowId of rowIds) {
        const row = byId.get(rowId)
        if (row === undefined) throw new Error(`Row ${rowId} was marked and is none.`)
        // Nothing is marked twice, and nothing that nobody wished for.
        expect(row.isCovered || (!row.isRead && (row.owed.length > 0 || !isBySlice))).toBe(true)
        if (row.wishes.length === 0) row.wishes = wishesOf(row)
        Object.assign(row, { isRead: true, isCovered: false, owed: [] })
      }
    },
    confirm(source: Source, wireId: string): void {
      for (const each of wishes.get(keyOf(source, wireId)) ?? []) each.isConfirmed = true
    },
    counts: () =>
      Object.fromEntries(
        notificationTypes.map((type) => {
          const ofType = rows.filter((row) => row.type === type)
          return [type, { total: ofType.length, unread: ofType.filter((row) => !row.isRead).length }]
        }),
      ),
  }
}

/** What the outbox may say of a row. */
export function allowedStates({ isRead, isCovered, wireId, wishes }: Row): readonly string[] {
  if (!isRead) return ['none']
  if (wireId === null) return ['local']
  if (isCovered) return ['pending']
  const open = ['pending', 'sent', 'unconfirmed']
  const confirmed = wishes.filter((wish) => wish.isConfirmed).length
  return [...(confirmed > 0 ? ['confirmed'] : []), ...(confirmed < wishes.length ? open : [])]
}
