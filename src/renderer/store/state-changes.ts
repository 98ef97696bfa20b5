/** Takes snapshots and changes into the window's state: the view, the list and the open detail alike. Pure at heart. */
import type { Change, Snapshot } from '../../contract/snapshot.ts'
import { applyToRow, isRowChange } from '../list/apply-to-row.ts'
import { countMatching, isFiltering, noFilter } from '../list/list-filter.ts'
import { applyToList } from '../list/list-model.ts'
import { restart } from '../list/list-query.ts'
import { withoutRows } from '../list/picks.ts'
import { isSearching } from '../search/search-query.ts'
import { applyChange, toEngineView } from './engine-view.ts'
import type { StateCell } from './state-cell.ts'
import type { DetailView, WindowState } from './window-state.ts'

/** Applies changes in order. */
export function applyToState(state: WindowState, changes: readonly Change[]): WindowState {
  let { engine, list, detail, picks } = state
  for (const change of joinArrivals(changes)) {
    engine = engine === null ? null : applyChange(engine, change)
    list = applyToList(list, change)
    detail = applyToDetail(detail, change)
    if (change.kind === 'notifications-deleted') picks = withoutRows(picks, change.rowIds)
  }
  return { ...state, engine, list, detail, picks }
}

/**
 * Puts the snapshot in place of what was known.
 * @returns true when the list must be read by a query: it is filtered, searched or deeper than the snapshot
 */
export function takeSnapshot(cell: StateCell<WindowState>, snapshot: Snapshot): boolean {
  const { list } = cell.read()
  const isNarrowed = isFiltering(list.filter) || isSearching(list.search)
  const needsQuery = isNarrowed || list.hasNewer || list.rows.length > snapshot.newest.length
  const hasOlder = snapshot.newest.length < countMatching(snapshot.counts, noFilter)
  cell.update((state) => ({
    ...state,
    host: { kind: 'here' },
    engine: toEngineView(snapshot, state.engine),
    list: needsQuery ? state.list : restart(state.list, { rows: snapshot.newest, hasOlder }),
  }))
  return needsQuery
}

function applyToDetail(detail: DetailView, change: Change): DetailView {
  if (detail.kind === 'none') return detail
  if (change.kind === 'notifications-deleted' && change.rowIds.includes(detail.rowId))
    return { kind: 'failed', rowId: detail.rowId, problem: 'deleted' }
  if (detail.kind !== 'shown' || !isRowChange(change)) return detail
  const notification = applyToRow(detail.notification, change)
  return notification === detail.notification ? detail : { ...detail, notification }
}

/** Arrivals that follow one another become one: a burst then costs one copy of the list and not a thousand. */
export function joinArrivals(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (change.kind === 'notifications-arrived' && last?.kind === 'notifications-arrived') {
      joined[joined.length - 1] = { ...change, rows: [...last.rows, ...change.rows] }
    } else joined.push(change)
  }
  return joined
}
