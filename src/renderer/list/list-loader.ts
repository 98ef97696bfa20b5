/** Asks the engine for the list's rows and holds arrivals back while the reader must not be disturbed. */
import type { ContractClient } from '../../contract/client.ts'
import type { Filter } from '../../contract/commands.ts'
import { composeQuery, isSearching } from '../search/search-query.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { Schedule } from '../time/schedule.ts'
import { anchorDepth } from './list-anchor.ts'
import { isSameFilter, noFilter } from './list-filter.ts'
import { hold, type ListModel, mustReloadOnRelease, release } from './list-model.ts'
import {
  type Aim,
  beginHead,
  beginNewer,
  beginOlder,
  failQuery,
  finishQuery,
  refuseSearch,
} from './list-query.ts'
import { type Answer, readDown, toPage } from './read-down.ts'

export type ListLoader = {
  setFilter(filter: Filter): void
  /** Searches as it is typed: each text takes the place of the last. */
  setSearch(search: string): void
  /** Searches all there is: no filter. */
  search(search: string): void
  /** Shows all there is: no filter, no search. */
  clear(): void
  /** Reads the list anew from its top, down to where this row is or was, and no deeper than `anchorDepth`. */
  reach(rowId: number): void
  /** Reads the page below the last row, if there is one and none is on its way. */
  loadOlder(): void
  /** Reads the list anew from its top, as deep as it was. */
  reload(): void
  setHolding(isHolding: boolean): void
  /** Something arrived: a search is asked again soon, and at most once a second. */
  noteArrivals(): void
  dispose(): void
}

type Deps = {
  readonly client: ContractClient
  readonly cell: StateCell<WindowState>
  readonly schedule: Schedule
  /** This window's name for its searches: the next one drops the last. */
  readonly slot: string
}

const pageSize = 200
/** A query is often wrong while it is being typed: `type:`, an open quote. Only what stays so is complained of. */
const problemAfterMs = 400
const askAgainAfterMs = 1_000

export function createListLoader({ client, cell, schedule, slot }: Deps): ListLoader {
  let cancelProblem = (): void => {}
  let cancelAsking: (() => void) | null = null
  let mustAskAgain = false

  const updateList = (change: (list: ListModel) => ListModel): void =>
    cell.update((state) => {
      const list = change(state.list)
      return list === state.list ? state : { ...state, list }
    })

  /**
   * Sends the query that `begin` put in place, if it did.
   * @param depth how many rows to read: page by page where one cannot hold them
   * @param downToRowId where that is deep enough already
   */
  function query(begin: (list: ListModel) => ListModel, depth: number, downToRowId?: number): void {
    const before = cell.read().list.lastQueryId
    updateList(begin)
    const { list } = cell.read()
    if (list.query === null || list.lastQueryId === before) return
    cancelProblem()
    const { id, kind } = list.query
    const from = kind === 'older' ? list.rows.at(-1)?.rowId : undefined
    const isWanted = (): boolean => cell.read().list.query?.id === id
    readDown(ask, list, { from, depth, downToRowId, isWanted }).then(
      (answer) => takeAnswer(id, answer),
      (fault: unknown) => updateList((now) => failQuery(now, id, sentence(fault))),
    )
  }

  async function ask({ search, filter }: Aim, limit: number, beforeRowId?: number): Promise<Answer> {
    const page = { limit, ...(beforeRowId === undefined ? {} : { beforeRowId }) }
    if (!isSearching(search))
      return { kind: 'page', page: await client.call('listNotifications', { filter, ...page }) }
    const query = composeQuery(search, filter)
    const answer = await client.call('searchNotifications', { query, slot, ...page })
    return answer.kind === 'found' ? { kind: 'page', page: toPage(answer) } : answer
  }

  function takeAnswer(id: number, answer: Answer): void {
    switch (answer.kind) {
      case 'page':
        updateList((now) => finishQuery(now, id, answer.page))
        return
      case 'bad-query':
        if (cell.read().list.query?.id !== id) return
        cancelProblem = schedule(
          () => updateList((now) => refuseSearch(now, id, answer.problem)),
          problemAfterMs,
        )
        return
      case 'cancelled':
        updateList((now) => failQuery(now, id, 'This search was given up. Try it again.'))
    }
  }

  function readHead(aim: Partial<Aim>, depth: number, downToRowId?: number): void {
    const begin = (list: ListModel): ListModel =>
      beginHead(list, { filter: list.filter, search: list.search, ...aim })
    query(begin, depth, downToRowId)
  }

  const reload = (): void => readHead({}, Math.max(pageSize, cell.read().list.rows.length))

  function noteArrivals(): void {
    if (!isSearching(cell.read().list.search)) return
    mustAskAgain = cancelAsking !== null
    cancelAsking ??= schedule(askAgain, askAgainAfterMs)
  }

  function askAgain(): void {
    cancelAsking = null
    if (cell.read().list.query !== null) mustAskAgain = true
    else query(beginNewer, pageSize)
    if (mustAskAgain) noteArrivals()
  }

  return {
    setFilter(filter) {
      if (!isSameFilter(filter, cell.read().list.filter)) readHead({ filter }, pageSize)
    },
    setSearch(search) {
      const before = cell.read().list.search
      if (search === before) return
      if (isSearching(search) || isSearching(before)) readHead({ search }, pageSize)
      else updateList((list) => ({ ...list, search }))
    },
    search: (search) => readHead({ filter: noFilter, search }, pageSize),
    clear: () => readHead({ filter: noFilter, search: '' }, pageSize),
    reach: (rowId) => readHead({}, anchorDepth, rowId),
    loadOlder() {
      query(beginOlder, pageSize)
    },
    reload,
    setHolding(isHolding) {
      const { list } = cell.read()
      if (isHolding) updateList(hold)
      else if (mustReloadOnRelease(list)) {
        updateList(release)
        reload()
      } else updateList(release)
    },
    noteArrivals,
    dispose() {
      cancelProblem()
      cancelAsking?.()
    },
  }
}

const sentence = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
