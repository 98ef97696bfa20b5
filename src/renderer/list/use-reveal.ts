/** Brings the selected row into view and gives it the focus, each time the store asks for it. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

type Options = {
  readonly scroller: RefObject<HTMLElement | null>
  readonly revealCount: number
  /** -1 when the row is not in the list: then the list itself takes the focus. */
  readonly index: number
  readonly rowId: number | null
  readonly scrollToIndex: (index: number) => void
}

/** So long the list may scroll on until the row stands still: rows on the way get their heights as they appear. */
const settleMs = 250

export function useReveal({ scroller, revealCount, index, rowId, scrollToIndex }: Options): void {
  const doneCount = useRef(revealCount)
  const settlesUntil = useRef(0)
  // Before anything is drawn, and before the list judges by its place whether it needs more rows.
  useLayoutEffect(() => {
    const isAsked = doneCount.current !== revealCount
    doneCount.current = revealCount
    if (isAsked) {
      settlesUntil.current = performance.now() + settleMs
      const row = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${rowId}"]`)
      const target = row ?? scroller.current
      target?.focus({ preventScroll: true })
    }
    // Once it is asked for, the virtualizer knows it by its index, which is another one when a page comes above.
    if (index >= 0 && performance.now() < settlesUntil.current) scrollToIndex(index)
  }, [scroller, revealCount, index, rowId, scrollToIndex])
}
