/** The places of the rows that are shown (`row-slots.ts`), kept from one render to the next. */
import { type RefObject, useRef } from 'react'
import { assignSlots, noSlots, type RowSlots } from './row-slots.ts'

export function useRowSlots(scroller: RefObject<HTMLElement | null>, rowIds: readonly number[]): RowSlots {
  const slots = useRef(noSlots)
  // Written while rendering, as the virtualizer is: the same rows get the same slots, however often they are rendered.
  slots.current = assignSlots(slots.current, rowIds, focusedRowId(scroller.current))
  return slots.current
}

function focusedRowId(scroller: HTMLElement | null): number | null {
  const { activeElement } = document
  if (scroller === null || activeElement === null || !scroller.contains(activeElement)) return null
  const row = activeElement.closest('[data-row-id]')
  return row === null ? null : Number(row.getAttribute('data-row-id'))
}
