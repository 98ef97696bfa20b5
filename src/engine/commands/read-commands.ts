/** The commands that read the history: lists, searches, one notification, its story, figures. */
import type { CommandHandlers, Filter } from '../../contract/commands.ts'
import { noiseDays } from '../../contract/noise-report.ts'
import type { FoundRow } from '../../contract/search.ts'
import type { ListName } from '../history/row-lists.ts'
import { toRowPage } from '../history/row-page.ts'
import type { CommandDeps } from './command-handlers.ts'

type ReadCommands = Pick<
  CommandHandlers,
  | 'listNotifications'
  | 'searchNotifications'
  | 'warmSearch'
  | 'countFound'
  | 'getFacets'
  | 'getNoiseReport'
  | 'getNotification'
  | 'getStory'
  | 'noteOpened'
  | 'getSeries'
  | 'getStatistics'
>

export function createReadCommands({
  clock,
  i18n,
  storage,
  background,
  statistics,
}: CommandDeps): ReadCommands {
  const { history, storyBook } = storage

  return {
    async listNotifications({ filter, ...asked }) {
      const page = toRowPage(asked)
      const list = listOf(filter)
      const listed =
        list === null ? await background.listByFilter({ filter, ...page }) : history.page(list, page)
      return { ...listed, rows: [...listed.rows] }
    },
    async searchNotifications({ query: text, slot, ...asked }) {
      const page = toRowPage(asked)
      if (text.trim() !== '') return background.search(text, { ...page, slot: slot ?? null })
      const listed = history.page('all', page)
      return { kind: 'found', ...listed, rows: listed.rows.map(unmatched) }
    },
    warmSearch() {
      background.warm()
      return {}
    },
    countFound: async ({ queries }) => ({ counts: await Promise.all(queries.map(background.countFound)) }),
    getFacets: ({ query }) => background.facets(query),
    getNoiseReport: () => background.noiseReport(clock.now() - noiseDays * 86_400_000),
    getNotification: ({ rowId }) => history.get(rowId),
    getStory: ({ rowId }) => storyBook.read(i18n(), rowId),
    noteOpened({ rowId }) {
      storyBook.noteOpened(rowId, clock.now())
      return {}
    },
    getSeries: ({ unit, from, to }) => statistics.series(unit, from, to),
    getStatistics: () => statistics.read(clock.now()),
  }
}

/** The list whose order is the key itself, which is read at once; null where there is none. */
function listOf({ type, isUnread, isPinned }: Filter): ListName | null {
  if (type !== undefined || isUnread === false || isPinned === false) return null
  if (isUnread && isPinned) return null
  if (isPinned) return 'pinned'
  return isUnread ? 'unread' : 'all'
}

const unmatched = (row: FoundRow['row']): FoundRow => ({ row, matches: { title: [], message: [] } })
