/** The commands that delete, and take it back. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CommandHandlers } from '../../contract/commands.ts'
import { parseQuery } from '../search/parse-query.ts'
import { totalOf } from '../statistics/counts.ts'
import { WordedRefusal } from '../worded-error.ts'
import type { CommandDeps } from './command-handlers.ts'

type DeleteCommands = Pick<
  CommandHandlers,
  'deleteNotifications' | 'deleteFound' | 'clearHistory' | 'undoDeletion'
>

/** Finding a page begins the search anew: fewer of them are quicker. */
const pageSize = 5_000

export function createDeleteCommands({ storage, background, deleter }: CommandDeps): DeleteCommands {
  const { history, counts } = storage

  /** What arrives after the wish stays. */
  const below = (belowRowId: number | null, newestRowId: number): number => belowRowId ?? newestRowId + 1

  return {
    deleteNotifications: ({ rowIds }) => ({ jobId: deleter.deleteRows(rowIds) }),
    deleteFound({ query: text }) {
      const parsed = parseQuery(text)
      if (!parsed.ok) throw new WordedRefusal('bad-input', parsed.problem.message)
      const newestRowId = history.newestRowId()
      const jobId = deleter.deleteFound(async (belowRowId) => {
        const from = below(belowRowId, newestRowId)
        const page = { query: parsed.query, direction: 'newest', from, limit: pageSize } as const
        const rowIds = (await background.foundRowIds(page).answer) ?? []
        return { rowIds, hasMore: rowIds.length === pageSize }
      }, null)
      return { jobId }
    },
    clearHistory() {
      const newestRowId = history.newestRowId()
      const jobId = deleter.deleteFound(async (belowRowId) => {
        await nextTurn()
        const rowIds = history.deletableIds(below(belowRowId, newestRowId), pageSize)
        return { rowIds, hasMore: rowIds.length === pageSize }
      }, totalOf(counts.read()))
      return { jobId }
    },
    undoDeletion({ jobId }) {
      deleter.undo(jobId)
      return {}
    },
  }
}
