/** Brings the selected row into view and gives it the focus, each time the store asks for it. */
import { type RefObject, useEffect, useRef } from 'react'

type Options = {
  readonly scroller: RefObject<HTMLElement | null>
  readonly revealCount: number
  /** -1 when the row is not in the list: then the list itself takes the focus. */
  readonly index: number
  readonly rowId: number | null
  readonly scrollToIndex: (index: number) => void
}

export function useReveal({ scroller, revealCount, index, rowId, scrollToIndex }: Options): void {
  const doneCount = useRef(revealCount)
  useEffect(() => {
    if (doneCount.current === revealCount) return
    doneCount.current = revealCount
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${rowId}"]`)
    const target = row ?? scroller.current
    target?.focus({ preventScroll: true })
    if (index >= 0) scrollToIndex(index)
  }, [scroller, revealCount, index, rowId, scrollToIndex])
}
