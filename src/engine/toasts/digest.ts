/** One digest on the screen: it grows in place, shrinks as its notifications are read, and goes with the last. */
import type { Clock } from '../../clock/clock.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Settings } from '../../contract/settings-table.ts'
import { type Toast, toastRowLimit } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { burstWindowMs } from './burst.ts'
import { type DigestLead, digestToast } from './digest-toast.ts'
import { addToTally, emptyTally, type Tally, takeFromTally, tallySize } from './tally.ts'

export type Digest = {
  add(rows: readonly NotificationRow[], lead: DigestLead): void
  /** Those rows are read, or deleted. */
  take(isGone: (rowId: number) => boolean): void
  /** The user closed it, or has opened it: the next one counts from nothing. */
  forget(): void
  /** It never came to the screen: the next change shows it. */
  lost(): void
  [Symbol.dispose](): void
}

export type DigestDeps = {
  readonly toastId: string
  readonly clock: Clock
  settings(): Settings
  i18n(): I18n
  sourceName(): string
  /** @param newRowIds those that it counts for the first time, the newest of them where they are many */
  show(toast: Toast, newRowIds: readonly number[]): void
  update(toast: Toast, newRowIds: readonly number[]): void
  withdraw(toastId: string): void
}

/** Often enough to be followed, and no storm for the desktop. */
const updateEveryMs = 1_000

export function createDigest({ toastId, clock, ...deps }: DigestDeps): Digest {
  let tally: Tally = emptyTally
  let lead: DigestLead = 'new'
  let newRowIds: number[] = []
  let hasNewError = false
  let isShown = false
  /** It has changed since it was drawn. */
  let isStale = false
  /** When something was counted last, by a clock that never jumps. */
  let addedAt = Number.NEGATIVE_INFINITY
  let timer: Disposable | null = null

  function draw(): void {
    timer?.[Symbol.dispose]()
    timer = null
    const named = { toastId, source: deps.sourceName() }
    const toast = digestToast(deps.i18n(), named, lead, tally, deps.settings())
    const fresh = newRowIds
    const isUpdate = isShown
    const isSilent = toast.isSilent || !hasNewError
    isShown = true
    newRowIds = []
    hasNewError = false
    isStale = false
    timer = clock.setTimer(updateEveryMs, () => {
      timer = null
      if (isStale) draw()
    })
    // Last: where it fails at once, `lost` is called from inside, and has the last word.
    if (isUpdate) deps.update({ ...toast, isSilent }, fresh)
    else deps.show(toast, fresh)
  }

  function changed(): void {
    isStale = true
    if (timer === null) draw()
  }

  function forget(): void {
    tally = emptyTally
    newRowIds = []
    isShown = false
    isStale = false
    timer?.[Symbol.dispose]()
    timer = null
  }

  return {
    add(rows, nextLead) {
      if (rows.length === 0) return
      // Another burst is news: counted with the last one where that is unread still, and told with its sound.
      if (clock.monotonicNow() - addedAt >= burstWindowMs) isShown = false
      addedAt = clock.monotonicNow()
      lead = nextLead
      tally = addToTally(tally, rows)
      newRowIds = [...newRowIds, ...rows.map(({ rowId }) => rowId)].slice(-toastRowLimit)
      hasNewError ||= rows.some(({ type }) => type === 'error')
      changed()
    },
    take(isGone) {
      const before = tally
      tally = takeFromTally(tally, isGone)
      if (tally === before) return
      if (tallySize(tally) > 0) {
        changed()
        return
      }
      forget()
      deps.withdraw(toastId)
    },
    forget,
    lost() {
      isShown = false
    },
    [Symbol.dispose]: () => timer?.[Symbol.dispose](),
  }
}
