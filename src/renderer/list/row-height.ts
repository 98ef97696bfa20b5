/** About how high a row will be, before it is drawn: so that little moves once it is. Pure. */
import type { NotificationRow } from '../../contract/notification-row.ts'

/** As `row.css` makes them. */
const px = { row: 67, line: 19, dayLabel: 34, besideText: 88, letter: 6.1 } as const
const linesAtMost = 2

/** @param widthPx of the list; 0 while it is not known */
export function estimateRowPx({ message }: NotificationRow, widthPx: number, hasDayLabel: boolean): number {
  const perLine = Math.max(1, (widthPx - px.besideText) / px.letter)
  const lines = widthPx === 0 ? 1 : Math.min(linesAtMost, Math.ceil(message.trim().length / perLine))
  return px.row + lines * px.line + (hasDayLabel ? px.dayLabel : 0)
}
