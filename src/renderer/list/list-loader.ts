/** Asks the engine for the list's rows and holds arrivals back while the reader must not be disturbed. */
import type { ContractClient } from '../../contract/client.ts'
import type { Filter } from '../../contract/commands.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { composeQuery, isSearching } from '../search/search-query.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import type { Schedule } from '../time/schedule.ts'
import type { Anchor } from './list-anchor.ts'
import { isSameFilter, noFilter } from './list-filter.ts'
import type { ListModel } from './list-model.ts'
import {
  type Aim,
  beginAgain,
  beginHead,
  beginNewer,
  beginOlder,
  beginPart,
  failQuery,
  finishQuery,
  newestRowId,
  refuseSearch,
} from './list-query.ts'
import { hold, keepNear, release } from './list-window.ts'
import { noPicks } from './picks.ts'
import {
  type Answer,
  type Ask,
  type PageWish,
  readAround,
  readDown,
  readOldest,
  toPage,
} from './read-pages.ts'
import { createSearchAgain } from './search-again.ts'

export type ListLoader = {
  setFilter(filter: Filter): void
  /** Shows what this filter lets through: no search. */
  show(filter: Filter): void
  /** Searches as it is typed: each text takes the place of the last. */
  setSearch(search: string): void
  /** Searches all there is: no filter. */
  search(search: string): void
  /** Shows all there is: no filter, no search. */
  clear(): void
  /** Reads the part of the list where this row is or was. */
  reach(rowId: number): void
  /** Reads the page below the last row, if there is one and no query is under way. */
  loadOlder(): void
  /** Reads the page above the first row, if there is one and no query is under way. */
  loadNewer(): void
  /** Lists the newest rows. Resolves once they are there, or could not be read. */
  toNewest(): Promise<void>
  /** Lists the oldest rows. Resolves once they are there, or could not be read. */
  toOldest(): Promise<void>
  /** Reads the same part of the list anew, as deep as it was. */
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
  readonly i18n: () => I18n
  /** Where the list is read: it lets go of what is far from there. */
  readonly anchor: () => Anchor
  /** This window's name for its searches: the next one drops the last. */
  readonly slot: string
}

const pageSize = 200
/** A query is often wrong while it is being typed: `type:`, an open quote. Only what stays so is complained of. */
const problemAfterMs = 400

export function createListLoader({ client, cell, schedule, i18n, anchor, slot }: Deps): ListLoader {
  let cancelProblem = (): void => {}

  const list = (): ListModel => cell.read().list
  const updateList = (change: (list: ListModel) => ListModel): void =>
    cell.update((state) => {
      const changed = change(state.list)
      return changed === state.list ? state : { ...state, list: changed }
    })

  /** Sends the query that `begin` puts in place, if it does. @param read what is asked, of the list as it then is */
  async function query(
    begin: (list: ListModel) => ListModel,
    read: (ask: Ask, list: ListModel, isWanted: () => boolean) => Promise<Answer>,
  ): Promise<void> {
    const before = list().lastQueryId
    updateList(begin)
    const begun = list()
    if (begun.query === null || begun.lastQueryId === before) return
    cancelProblem()
    const { id } = begun.query
    const isWanted = (): boolean => list().query?.id === id
    try {
      takeAnswer(id, await read((wish) => ask(begun, wish), begun, isWanted))
    } catch (fault) {
      updateList((now) => failQuery(now, id, sentenceOf(fault)))
    }
    // An answer that came too late to be of use: what is there may lack rows by now.
    if (list().isOutdated && list().query === null) reload()
  }

  async function ask({ search, filter }: Aim, wish: PageWish): Promise<Answer> {
    if (!isSearching(search))
      return { kind: 'page', page: await client.call('listNotifications', { filter, ...wish }) }
    const found = composeQuery(search, filter)
    const answer = await client.call('searchNotifications', { query: found, slot, ...wish })
    return answer.kind === 'found' ? { kind: 'page', page: toPage(answer) } : answer
  }

  function takeAnswer(id: number, answer: Answer): void {
    switch (answer.kind) {
      case 'page':
        updateList((now) => keepNear(finishQuery(now, id, answer.page), anchor()?.rowId ?? null))
        return
      case 'bad-query':
        if (list().query?.id !== id) return
        cancelProblem = schedule(
          () => updateList((now) => refuseSearch(now, id, answer.problem)),
          problemAfterMs,
        )
        return
      case 'cancelled':
        updateList((now) => failQuery(now, id, i18n().t('store.search-given-up')))
    }
  }

  function readHead(change: Partial<Aim>, depth: number): void {
    const { filter, search } = list()
    const aim = { filter, search, ...change }
    // What is out of sight is not to be deleted with what is picked next.
    if (aim.search !== search || !isSameFilter(aim.filter, filter))
      cell.update((state) => ({ ...state, picks: noPicks }))
    const begin = (now: ListModel): ListModel => beginHead(now, aim)
    void query(begin, (asked, _list, isWanted) => readDown(asked, undefined, depth, isWanted))
  }

  const part = (kind: 'newest' | 'around') => (now: ListModel) => beginPart(now, kind)

  function reload(): void {
    const { rows, hasNewer } = list()
    const depth = Math.max(pageSize, rows.length)
    const top = rows[0]?.rowId
    if (!hasNewer || top === undefined) readHead({}, depth)
    else void query(part('around'), (asked, _list, isWanted) => readDown(asked, top + 1, depth, isWanted))
  }

  const again = createSearchAgain({
    schedule,
    isSearching: () => isSearching(list().search),
    ask() {
      if (list().query !== null) return false
      void query(beginAgain, readNewer)
      return true
    },
  })

  function readNewer(asked: Ask, now: ListModel): Promise<Answer> {
    const afterRowId = newestRowId(now)
    return asked({ limit: pageSize, ...(afterRowId === null ? {} : { afterRowId }) })
  }

  return {
    setFilter(filter) {
      if (!isSameFilter(filter, list().filter)) readHead({ filter }, pageSize)
    },
    show: (filter) => readHead({ filter, search: '' }, pageSize),
    setSearch(search) {
      const before = list().search
      if (search === before) return
      if (isSearching(search) || isSearching(before)) readHead({ search }, pageSize)
      else updateList((now) => ({ ...now, search }))
    },
    search: (search) => readHead({ filter: noFilter, search }, pageSize),
    clear: () => readHead({ filter: noFilter, search: '' }, pageSize),
    reach: (rowId) => void query(part('around'), (asked) => readAround(asked, rowId, pageSize)),
    loadOlder() {
      void query(beginOlder, (asked, { rows }, isWanted) =>
        readDown(asked, rows.at(-1)?.rowId, pageSize, isWanted),
      )
    },
    loadNewer: () => void query(beginNewer, readNewer),
    async toNewest() {
      if (list().hasNewer) await query(part('newest'), (asked) => asked({ limit: pageSize }))
      else updateList(release)
    },
    async toOldest() {
      if (list().hasOlder) await query(part('around'), (asked) => readOldest(asked, pageSize))
    },
    reload,
    setHolding: (isHolding) => updateList(isHolding ? hold : release),
    noteArrivals: again.note,
    dispose() {
      cancelProblem()
      again.dispose()
    },
  }
}
