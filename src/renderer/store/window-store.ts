/** The window's one store: its state, kept true by the engine's changes, and what the reader can do with it. */
import type { ContractClient, Transport } from '../../contract/client.ts'
import type { CommandInput, CommandName } from '../../contract/commands.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Change, Snapshot } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { createDetailLoader, type DetailLoader } from '../detail/detail-loader.ts'
import { createSavedSearchControl, type SavedSearchControl } from '../filters/saved-search-control.ts'
import { createListAnchor, type ListAnchor } from '../list/list-anchor.ts'
import { createListLoader, type ListLoader } from '../list/list-loader.ts'
import { needsReading } from '../list/list-model.ts'
import { createPickControl, type PickControl } from '../list/pick-control.ts'
import { createRowActions, type RowActions } from '../list/row-actions.ts'
import { createSelectionControl, type SelectionControl } from '../list/selection-control.ts'
import { createPlaceControl, type PlaceControl } from '../place/place-control.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import type { Schedule } from '../time/schedule.ts'
import { startFrom } from '../view-state/start-from.ts'
import type { ViewState } from '../view-state/view-state-schema.ts'
import { createChangeSteps } from './change-steps.ts'
import { withoutJob } from './engine-view.ts'
import { createOverlayControl, type OverlayControl } from './overlay-control.ts'
import { createSnapshotSync } from './snapshot-sync.ts'
import { createStateCell, type StateCell } from './state-cell.ts'
import { applyToState, takeSnapshot } from './state-changes.ts'
import type { WindowState } from './window-state.ts'

export type WindowStore = {
  readonly cell: StateCell<WindowState>
  readonly client: ContractClient
  readonly list: ListLoader
  readonly selection: SelectionControl
  readonly picks: PickControl
  readonly detail: DetailLoader
  readonly rows: RowActions
  readonly place: PlaceControl
  readonly searches: SavedSearchControl
  readonly listAnchor: ListAnchor
  readonly overlay: OverlayControl
  /** Does what the reader asked for; a refusal is shown in the window. */
  run<Name extends CommandName>(name: Name, input: CommandInput<Name>): void
  dismissRefusal(): void
  /** Takes what became of a job out of sight. */
  dismissJob(jobId: number): void
  /** Told of arrivals, once a frame, oldest first. @returns its own removal */
  onArrivals(listener: (rows: readonly NotificationRow[]) => void): () => void
  dispose(): void
}

type Deps = {
  readonly client: ContractClient
  readonly watchHost: Transport['watchHost']
  readonly now: () => number
  readonly schedule: Schedule
  /** In the language of the window. */
  readonly i18n: () => I18n
  readonly onNextFrame: (run: () => void) => void
  /** This window's name for its searches. */
  readonly slot: string
  /** Where the reader was when the window was last open; null where that is not known. */
  readonly lastView: ViewState | null
  readonly reportProblem: (problem: string) => void
}

export function createWindowStore(deps: Deps): WindowStore {
  const { client } = deps
  const cell = createStateCell<WindowState>(startFrom(deps.lastView), deps.onNextFrame)
  const listAnchor = createListAnchor(deps.lastView?.anchor ?? null)
  const { schedule, slot, i18n } = deps
  const list = createListLoader({ ...{ client, cell, schedule, slot, i18n }, anchor: listAnchor.read })
  const detail = createDetailLoader(client, cell)
  const arrivalListeners = new Set<(rows: readonly NotificationRow[]) => void>()

  function takeChanges(changes: readonly Change[], isBurst: boolean): void {
    const before = cell.read()
    cell.update((state) => ({ ...applyToState(state, changes), isBurst: state.isBurst || isBurst }))
    readWhatChanged(before, changes)
    const arrived = changes.flatMap((change) => (change.kind === 'notifications-arrived' ? change.rows : []))
    if (arrived.length === 0) return
    list.noteArrivals()
    for (const listener of arrivalListeners) listener(arrived)
  }

  const steps = createChangeSteps({
    schedule,
    beforeNextFrame: cell.beforeNextFrame,
    take: takeChanges,
    calmDown: () => cell.update((state) => ({ ...state, isBurst: false })),
  })

  /** Asks for what the changes did not bring. */
  function readWhatChanged(before: WindowState, changes: readonly Change[]): void {
    if (changes.some(({ kind }) => kind === 'history-changed')) {
      list.reload()
      detail.refresh()
      return
    }
    const now = cell.read()
    if (needsReading(now.list)) list.reload()
    if (isStoryLonger(before, now)) detail.refreshStory()
  }

  function settle(snapshot: Snapshot): void {
    steps.clear()
    const needsQuery = takeSnapshot(cell, snapshot)
    if (needsQuery) list.reload()
    detail.refresh()
  }

  const sync = createSnapshotSync({
    client,
    schedule: deps.schedule,
    takeSnapshot: settle,
    takeChanges: steps.add,
    reportProblem: deps.reportProblem,
  })

  const selection = createSelectionControl({ cell, list, detail, anchor: listAnchor.read })
  const run: WindowStore['run'] = (name, input) => {
    client.call(name, input).then(
      () => showRefusal(null),
      (fault: unknown) => showRefusal(sentenceOf(fault)),
    )
  }
  const showRefusal = (refusal: string | null): void => cell.update((state) => ({ ...state, refusal }))
  const stopWatching = deps.watchHost?.((isThere) => {
    if (isThere) sync.start()
    else cell.update((state) => ({ ...state, host: { kind: 'gone', since: goneSince(state, deps.now()) } }))
  })
  if (stopWatching === undefined) sync.start()

  return {
    cell,
    client,
    list,
    detail,
    selection,
    place: createPlaceControl(cell),
    searches: createSavedSearchControl({ cell, run, schedule: deps.schedule }),
    listAnchor,
    picks: createPickControl(cell, selection),
    overlay: createOverlayControl(cell),
    rows: createRowActions({ cell, selection, run, now: deps.now }),
    run,
    dismissRefusal: () => showRefusal(null),
    dismissJob(jobId) {
      cell.update(({ engine, ...state }) => ({
        ...state,
        engine: engine === null ? null : withoutJob(engine, jobId),
      }))
    },
    onArrivals(listener) {
      arrivalListeners.add(listener)
      return () => arrivalListeners.delete(listener)
    },
    dispose() {
      sync.dispose()
      list.dispose()
      steps.dispose()
      stopWatching?.()
    },
  }
}

/** Something happened to the notification that is shown. */
function isStoryLonger(before: WindowState, now: WindowState): boolean {
  if (now.detail.kind !== 'shown') return false
  const { rowId } = now.detail
  const isSnoozedAnew = before.engine?.snoozes.get(rowId) !== now.engine?.snoozes.get(rowId)
  return isSnoozedAnew || now.detail !== before.detail
}

/** Each failed attempt tells of an absent host once more; it is gone since the first. */
const goneSince = (state: WindowState, nowMs: number): number =>
  state.host.kind === 'gone' ? state.host.since : nowMs
