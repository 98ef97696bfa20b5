/** Notes where the list is scrolled to, and brings it back there when the list appears again. */
import { type RefObject, useEffect, useRef } from 'react'
import { useStore } from '../store/store-context.tsx'
import { findAnchor } from './list-anchor.ts'
import type { ListModel } from './list-model.ts'

/** What is used of the virtualizer. */
type Scrolling = {
  getVirtualItemForOffset(offsetPx: number): { readonly start: number; readonly index: number } | undefined
  scrollToIndex(index: number, options: { readonly align: 'start' }): void
}

type Options = {
  readonly list: ListModel
  readonly scroller: RefObject<HTMLElement | null>
  readonly virtualizer: Scrolling
}

const topMarginPx = 2
/** Rows above get their true heights as they appear: it takes a few frames until the row stands still. */
const framesAtMost = 40
const framesStill = 3

export function useListAnchor({ list, scroller, virtualizer }: Options): void {
  const { listAnchor, list: loader } = useStore()
  /** What is still to be gone back to; null once that is done with. */
  const wanted = useRef(listAnchor.read())
  const dropCount = useRef(listAnchor.dropCount())
  const hasAsked = useRef(false)
  const stopSettling = useRef((): void => {})
  const { rows, isLoading, query } = list
  const newest = useRef(rows)
  newest.current = rows

  useEffect(() => {
    const element = scroller.current
    const anchor = wanted.current
    if (element === null || anchor === null || isLoading || query !== null) return
    const isDropped = dropCount.current !== listAnchor.dropCount()
    const place = isDropped ? ({ kind: 'nowhere' } as const) : findAnchor(list, anchor)
    if (place.kind === 'elsewhere' && !hasAsked.current) {
      hasAsked.current = true
      loader.reach(anchor.rowId)
      return
    }
    wanted.current = null
    const row = place.kind === 'here' ? rows[place.index] : undefined
    if (row === undefined || place.kind !== 'here') {
      listAnchor.note(null)
      return
    }
    const indexOf = (): number => newest.current.findIndex(({ rowId }) => rowId === row.rowId)
    stopSettling.current = settleOn(element, {
      ...{ rowId: row.rowId, offsetPx: place.offsetPx },
      approach: () => virtualizer.scrollToIndex(indexOf(), { align: 'start' }),
      isWanted: () => dropCount.current === listAnchor.dropCount(),
    })
  }, [scroller, virtualizer, listAnchor, loader, list, rows, isLoading, query])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const note = (): void => {
      if (wanted.current !== null) return
      const item = virtualizer.getVirtualItemForOffset(element.scrollTop)
      const row = item === undefined ? undefined : newest.current[item.index]
      if (item === undefined || row === undefined || element.scrollTop <= topMarginPx) listAnchor.note(null)
      else listAnchor.note({ rowId: row.rowId, offsetPx: Math.max(0, element.scrollTop - item.start) })
    }
    element.addEventListener('scroll', note, { passive: true })
    return () => {
      element.removeEventListener('scroll', note)
      stopSettling.current()
    }
  }, [scroller, virtualizer, listAnchor])
}

type Goal = {
  readonly rowId: number
  /** How much of the row is to be above the list's top. */
  readonly offsetPx: number
  /** Brings the row into the page where it is not. */
  approach(): void
  isWanted(): boolean
}

/**
 * Scrolls until the row stands there and moves no more.
 * @returns gives up; a reader who scrolls meanwhile is not disturbed
 */
function settleOn(scroller: HTMLElement, { rowId, offsetPx, approach, isWanted }: Goal): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const stop = (): void => ending.abort()
  for (const kind of ['wheel', 'pointerdown', 'keydown'])
    window.addEventListener(kind, stop, { capture: true, passive: true, signal })
  let still = 0
  const step = (framesLeft: number): void => {
    if (signal.aborted || !isWanted()) return
    const row = scroller.querySelector(`[data-row-id="${rowId}"]`)
    if (row === null) approach()
    else {
      const awayPx = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top + offsetPx
      still = Math.abs(awayPx) < 1 ? still + 1 : 0
      if (still === 0) scroller.scrollTop += awayPx
    }
    if (framesLeft === 0 || still === framesStill) stop()
    else requestAnimationFrame(() => step(framesLeft - 1))
  }
  step(framesAtMost)
  return stop
}
