/** All that the window shows, in one value. Everything in it is the engine's word, or where the reader stands. */
import type { NotificationDetail } from '../../contract/notification-row.ts'
import type { Story } from '../../contract/story.ts'
import type { RemovedSearch } from '../filters/saved-searches.ts'
import { emptyList, type ListModel } from '../list/list-model.ts'
import { noPicks, type Picks } from '../list/picks.ts'
import { firstPlace, type Place } from '../place/place.ts'
import type { EngineView } from './engine-view.ts'

export type HostPresence =
  /** Nothing was heard yet. */
  { readonly kind: 'awaited' } | { readonly kind: 'here' } | { readonly kind: 'gone'; readonly since: number }

export type Selection = {
  /** The row the keyboard stands on; null when on none. */
  readonly rowId: number | null
  /** Whether its detail is open. */
  readonly isOpen: boolean
  /** Grows each time the list is asked to bring the row into view and to give it the focus. */
  readonly revealCount: number
}

export type DetailView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'loading'
      readonly rowId: number
      /** Stays in sight for the moment that reading takes, or the panel would flicker. */
      readonly previous: NotificationDetail | null
      /** It was open when the window was last open: should it be gone, there is nothing to say. */
      readonly isRestored?: boolean
    }
  | {
      readonly kind: 'shown'
      readonly rowId: number
      readonly notification: NotificationDetail
      /** Null until it is read. */
      readonly story: Story | null
    }
  | {
      readonly kind: 'failed'
      readonly rowId: number
      /** Deleted before the reader's eyes, or gone when it was asked for; otherwise a sentence that says why. */
      readonly problem: 'deleted' | 'gone' | { readonly sentence: string }
    }

/** What is open over the window, or is to open: one at a time. */
export type Overlay = 'palette' | 'keys' | 'do-not-disturb'

export type WindowState = {
  readonly host: HostPresence
  /** Null before the first snapshot. */
  readonly engine: EngineView | null
  readonly list: ListModel
  /** More arrives than can be read: what is not seen waits until that is over. */
  readonly isBurst: boolean
  readonly selection: Selection
  readonly picks: Picks
  readonly detail: DetailView
  readonly place: Place
  readonly overlay: Overlay | null
  /** The saved search that was removed last, as long as it can come back. */
  readonly removedSearch: RemovedSearch | null
  /** Why what the reader asked for last was refused, a sentence; null when it was not. */
  readonly refusal: string | null
}

export const initialState: WindowState = {
  host: { kind: 'awaited' },
  engine: null,
  list: emptyList,
  isBurst: false,
  selection: { rowId: null, isOpen: false, revealCount: 0 },
  picks: noPicks,
  detail: { kind: 'none' },
  place: firstPlace,
  overlay: null,
  removedSearch: null,
  refusal: null,
}
