/** The toasts that are on the screen, or on their way there: what they stand for, and whether the system ever answered. */
import type { Clock } from '../../clock/clock.ts'
import { type Toast, toastRowLimit } from '../../contract/toast.ts'

export type LiveToasts = {
  /** @param noteIds the rows whose story is told of what becomes of it */
  handedOver(toast: Toast, noteIds: readonly number[]): void
  /** @returns the rows whose story is to be told of it; none where nobody waited for it any more */
  answered(toastId: string, isShown: boolean): readonly number[]
  /** What it stands for; null where it is not known, as after a restart. */
  rowIds(toastId: string): readonly number[] | null
  gone(toastId: string): void
  /** Of those that stand for one row alone: the ones whose row fits. */
  ofRows(fits: (rowId: number) => boolean): readonly string[]
  [Symbol.dispose](): void
}

export type LiveToastsDeps = {
  readonly clock: Clock
  /** The system never said what became of this toast. */
  onUnanswered(toastId: string, rowIds: readonly number[]): void
}

/** The system has answered by then, or it will not. */
export const answerWithinMs = 10_000
/** Older ones are left to the system: nobody withdraws what has scrolled out of its list. */
const liveLimit = 200

type Live = { readonly toast: Toast; readonly noteIds: readonly number[]; answerBy: number | null }

export function createLiveToasts({ clock, onUnanswered }: LiveToastsDeps): LiveToasts {
  const live = new Map<string, Live>()
  let timer: Disposable | null = null

  /** One timer for all of them: the first to be answered is the first in the map that still waits. */
  function watch(): void {
    if (timer !== null) return
    const next = [...live.values()].find(({ answerBy }) => answerBy !== null)
    if (next?.answerBy === undefined || next.answerBy === null) return
    timer = clock.setTimer(Math.max(0, next.answerBy - clock.monotonicNow()), () => {
      timer = null
      giveUp()
      watch()
    })
  }

  function giveUp(): void {
    const now = clock.monotonicNow()
    for (const [toastId, entry] of live) {
      if (entry.answerBy === null || entry.answerBy > now) continue
      entry.answerBy = null
      onUnanswered(toastId, entry.noteIds)
    }
  }

  return {
    handedOver(toast, noteIds) {
      const before = live.get(toast.toastId)
      // Nobody has said yet what became of those: they share the fate of what takes their place.
      const waiting = before === undefined || before.answerBy === null ? [] : before.noteIds
      live.delete(toast.toastId)
      live.set(toast.toastId, {
        toast,
        noteIds: [...waiting, ...noteIds].slice(-toastRowLimit),
        answerBy: clock.monotonicNow() + answerWithinMs,
      })
      for (const [oldest] of live) {
        if (live.size <= liveLimit) break
        live.delete(oldest)
      }
      watch()
    },
    answered(toastId, isShown) {
      const entry = live.get(toastId)
      if (entry === undefined) return []
      const isExpected = entry.answerBy !== null
      entry.answerBy = null
      if (!isShown) live.delete(toastId)
      return isExpected ? entry.noteIds : []
    },
    rowIds: (toastId) => live.get(toastId)?.toast.rowIds ?? null,
    gone: (toastId) => void live.delete(toastId),
    ofRows: (fits) =>
      [...live.values()].flatMap(({ toast: { toastId, rowIds } }) => {
        const [rowId] = rowIds
        return toastId.startsWith('n-') && rowId !== undefined && fits(rowId) ? [toastId] : []
      }),
    [Symbol.dispose]: () => timer?.[Symbol.dispose](),
  }
}
