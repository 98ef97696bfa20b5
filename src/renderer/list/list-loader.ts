/** Asks the engine for the list's rows and holds arrivals back while the reader must not be disturbed. */
import type { ContractClient } from '../../contract/client.ts'
import type { Filter } from '../../contract/commands.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import { isSameFilter } from './list-filter.ts'
import { hold, type ListModel, mustReloadOnRelease, release } from './list-model.ts'
import { beginHead, beginOlder, failQuery, finishQuery } from './list-query.ts'

export type ListLoader = {
  setFilter(filter: Filter): void
  /** Reads the page below the last row, if there is one and none is on its way. */
  loadOlder(): void
  /** Reads the list anew from its top, as deep as it was, within reason. */
  reload(): void
  setHolding(isHolding: boolean): void
}

const pageSize = 200
const maxPageSize = 500

export function createListLoader(client: ContractClient, cell: StateCell<WindowState>): ListLoader {
  const updateList = (change: (list: ListModel) => ListModel): void =>
    cell.update((state) => {
      const list = change(state.list)
      return list === state.list ? state : { ...state, list }
    })

  /** Sends the query that `begin` put in place, if it did. */
  function query(begin: (list: ListModel) => ListModel, limit: number): void {
    const before = cell.read().list.lastQueryId
    updateList(begin)
    const { list } = cell.read()
    if (list.query === null || list.lastQueryId === before) return
    const { id, kind } = list.query
    const beforeRowId = kind === 'older' ? list.rows.at(-1)?.rowId : undefined
    const input = { filter: list.filter, limit, ...(beforeRowId === undefined ? {} : { beforeRowId }) }
    client.call('listNotifications', input).then(
      (page) => updateList((now) => finishQuery(now, id, page)),
      (fault: unknown) => updateList((now) => failQuery(now, id, sentence(fault))),
    )
  }

  function readHead(filter: Filter, limit: number): void {
    query((list) => beginHead(list, filter), limit)
  }

  function reload(): void {
    const { filter, rows } = cell.read().list
    readHead(filter, Math.min(maxPageSize, Math.max(pageSize, rows.length)))
  }

  return {
    setFilter(filter) {
      if (!isSameFilter(filter, cell.read().list.filter)) readHead(filter, pageSize)
    },
    loadOlder() {
      query(beginOlder, pageSize)
    },
    reload,
    setHolding(isHolding) {
      const { list } = cell.read()
      if (isHolding) updateList(hold)
      else if (mustReloadOnRelease(list)) reload()
      else updateList(release)
    },
  }
}

const sentence = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
