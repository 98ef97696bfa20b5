/** What the thread does for each kind of ask. */
import type { DatabaseSync } from 'node:sqlite'
import { exportFound } from '../export/export-found.ts'
import { ExportError } from '../export/export-problem.ts'
import { createExportReader } from '../export/export-reader.ts'
import type { Query } from '../search/query.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { checkpoint } from './history-connection.ts'
import type { AskHandlers } from './thread-asks.ts'

type HandlerDeps = {
  /** A connection to the history. */
  readonly history: DatabaseSync
  readonly index: SearchIndex
}

export function createAskHandlers({ history, index }: HandlerDeps): AskHandlers {
  return {
    search({ query, ...page }, { isCancelled }) {
      return index.search(query, { ...page, isCancelled })
    },
    foundRowIds({ query, ...page }, { isCancelled }) {
      return index.foundRowIds(query, { ...page, isCancelled })
    },
    listByFilter({ filter, ...page }, { isCancelled }) {
      return index.listByFilter(filter, { ...page, isCancelled })
    },
    countFound: ({ query }, { isCancelled }) => index.countFound(query, isCancelled),
    facets: ({ query }, { isCancelled }) => index.countFacets(query, isCancelled),
    noiseReport: ({ since }, { isCancelled }) => index.reportNoise(since, isCancelled),
    async exportFound({ query, format, file }, { isCancelled, onProgress }) {
      try {
        return await exportFound(createExportReader(history), {
          ...{ format, file, isCancelled, onProgress },
          findsAll: findsAll(query),
          findRowIds: (from, limit) =>
            index.foundRowIds(query, { direction: 'oldest', from, limit, isCancelled }),
        })
      } catch (error) {
        throw new ExportError(error, file)
      }
    },
    checkpoint() {
      return { pendingPages: checkpoint(history) }
    },
  }
}

/** Whether a query asks for nothing in particular. */
const findsAll = (query: Query): boolean =>
  Object.values(query).every((part) => part === null || (Array.isArray(part) && part.length === 0))
