/** What the main thread and the background thread say to each other. Both ends are ours: types are enough. */
import type { Filter } from '../../contract/commands.ts'
import type { NoiseReport } from '../../contract/noise-report.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Facets, FoundCount, FoundRow } from '../../contract/search.ts'
import type { Wording } from '../../i18n/wording.ts'
import type { ExportFormat, ExportProgress } from '../export/export-found.ts'
import type { Listed, RowPage } from '../history/row-page.ts'
import type { Query } from '../search/query.ts'

/** The thread's workerData. */
export type BackgroundFiles = {
  /** The history's file, which must exist and be of our schema. */
  readonly historyPath: string
  /** The search index's file; made where it is missing. */
  readonly indexPath: string
}

/** What can be asked of the thread: each is answered once, with null when it was cancelled. */
export type Asks = {
  readonly search: {
    readonly input: RowPage & { readonly query: Query }
    readonly output: Listed<FoundRow>
  }
  readonly foundRowIds: {
    readonly input: RowPage & { readonly query: Query }
    readonly output: readonly number[]
  }
  readonly listByFilter: {
    readonly input: RowPage & { readonly filter: Filter }
    readonly output: Listed<NotificationRow>
  }
  readonly countFound: { readonly input: { readonly query: Query }; readonly output: NonNullable<FoundCount> }
  readonly facets: { readonly input: { readonly query: Query }; readonly output: Facets }
  /** `since`: milliseconds since the epoch. */
  readonly noiseReport: { readonly input: { readonly since: number }; readonly output: NoiseReport }
  readonly exportFound: {
    readonly input: { readonly query: Query; readonly format: ExportFormat; readonly file: string }
    readonly output: { readonly rowCount: number }
  }
  readonly checkpoint: { readonly input: null; readonly output: Checkpointed }
}
export type AskKind = keyof Asks

/** Pages that still wait in the history's write-ahead log: 0 when all of it is in the file. */
export type Checkpointed = { readonly pendingPages: number }

export type ToThread =
  | {
      readonly kind: 'ask'
      readonly askId: number
      readonly ask: AskKind
      readonly input: unknown
      readonly cancelFlag: SharedArrayBuffer
    }
  /** Rows were stored: index what is not yet. */
  | { readonly kind: 'index' }
  /** Rows were removed: take one slice of them out of the index. */
  | { readonly kind: 'drop' }
  /** Finish what is under way, close the files and end. */
  | { readonly kind: 'end' }

export type FromThread =
  | { readonly kind: 'answered'; readonly askId: number; readonly output: unknown }
  | { readonly kind: 'refused'; readonly askId: number; readonly problem: Wording }
  | { readonly kind: 'progressed'; readonly askId: number; readonly progress: ExportProgress }
  /** `behind`: about how many rows are not indexed yet. */
  | { readonly kind: 'indexed'; readonly indexed: number; readonly behind: number }
  | { readonly kind: 'dropped'; readonly rowIds: readonly number[] }
  /** Indexing or dropping did not work, and pauses; searches go on. */
  | { readonly kind: 'upkeep-failed'; readonly problem: Wording }
