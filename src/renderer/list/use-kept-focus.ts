/** Gives the list the focus where the row that had it was let go of: otherwise the next key would be nobody's. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Rows } from './list-model.ts'

export function useKeptFocus(scroller: RefObject<HTMLElement | null>, rows: Rows): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const note = (): void => {
      hadFocus.current = element.contains(document.activeElement)
    }
    // An element that is removed loses the focus without a word: who had it is asked before.
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be without the one that had the focus.
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  }, [scroller, rows])
}
