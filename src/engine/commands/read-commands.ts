/** The commands that read the history: lists, searches, one notification, its story, figures. */
import type { CommandHandlers } from '../../contract/commands.ts'
import type { FoundRow, SearchAnswer } from '../../contract/search.ts'
import type { CommandDeps } from './command-handlers.ts'

type ReadCommands = Pick<
  CommandHandlers,
  | 'listNotifications'
  | 'searchNotifications'
  | 'getNotification'
  | 'getStory'
  | 'noteOpened'
  | 'getSeries'
  | 'getStatistics'
>

type Page = { readonly beforeRowId?: number; readonly limit: number }

export function createReadCommands({ clock, storage, background, statistics }: CommandDeps): ReadCommands {
  const { history, storyBook } = storage

  /** Without a filter, or for the unread alone, the key is the order: that is read at once. */
  function listAtOnce(isUnread: boolean, { beforeRowId, limit }: Page) {
    // One more than asked for tells whether there are older ones.
    const read = isUnread ? history.listUnread : history.list
    const rows = read(beforeRowId ?? null, limit + 1)
    return { rows: rows.slice(0, limit), hasOlder: rows.length > limit }
  }

  function listAll(page: Page): SearchAnswer {
    const { rows, hasOlder } = listAtOnce(false, page)
    return { kind: 'found', rows: rows.map(unmatched), hasOlder }
  }

  return {
    async listNotifications({ filter, ...page }) {
      const needsIndex = filter.type !== undefined || filter.isUnread === false
      if (!needsIndex) return listAtOnce(filter.isUnread === true, page)
      const { rows, hasOlder } = await background.listByFilter({
        ...{ filter, limit: page.limit },
        beforeRowId: page.beforeRowId ?? null,
      })
      return { rows: [...rows], hasOlder }
    },
    searchNotifications({ query: text, beforeRowId, limit, slot }) {
      if (text.trim() === '') return listAll({ limit, ...(beforeRowId === undefined ? {} : { beforeRowId }) })
      return background.search(text, { beforeRowId: beforeRowId ?? null, limit, slot: slot ?? null })
    },
    getNotification: ({ rowId }) => history.get(rowId),
    getStory: ({ rowId }) => storyBook.read(rowId),
    noteOpened({ rowId }) {
      storyBook.noteOpened(rowId, clock.now())
      return {}
    },
    getSeries: ({ unit, from, to }) => statistics.series(unit, from, to),
    getStatistics: () => statistics.read(clock.now()),
  }
}

const unmatched = (row: FoundRow['row']): FoundRow => ({ row, matches: { title: [], message: [] } })
