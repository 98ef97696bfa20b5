/** About how high a row will be, before it is drawn: so that little moves once it is. Pure. */
import type { NotificationRow } from '../../contract/notification-row.ts'

/** As `row.css` makes them. */
const px = { row: 66.48, aboveMessage: 1, line: 18.84, dayLabel: 37.4, besideText: 88, letter: 6.1 } as const
const linesAtMost = 2

/** @param widthPx of the list; 0 while it is not known */
export function estimateRowPx({ message }: NotificationRow, widthPx: number, hasDayLabel: boolean): number {
  const perLine = Math.max(1, (widthPx - px.besideText) / px.letter)
  const lines = widthPx === 0 ? 1 : Math.min(linesAtMost, Math.ceil(message.trim().length / perLine))
  const messagePx = lines === 0 ? 0 : px.aboveMessage + lines * px.line
  // Whole pixels, as it will be measured.
  return Math.round(px.row + messagePx + (hasDayLabel ? px.dayLabel : 0))
}
