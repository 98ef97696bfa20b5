/** One row of the feed: its place, its name and its focus. What it shows is `row-content.tsx`. */
import type { KeyboardEvent } from 'react'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { RowMatches } from './list-model.ts'
import { RowContent } from './row-content.tsx'
import { rowName } from './row-name.ts'

type Props = {
  readonly row: NotificationRow
  readonly index: number
  /** Its place in the whole history under this filter, from 1, and how many there are. */
  readonly position: number
  readonly setSize: number
  /** The day's name above the first row of a day; null elsewhere. */
  readonly day: string | null
  readonly isSelected: boolean
  /** Where the words searched for stand; absent where nothing is searched for. */
  readonly matches: RowMatches | undefined
  readonly isTabStop: boolean
  readonly measure: (element: HTMLElement | null) => void
  readonly onOpen: (rowId: number) => void
  readonly onMarkAsRead: (rowId: number) => void
}

export function NotificationArticle(props: Props) {
  const { row, onOpen } = props
  const messageId = `message-${row.rowId}`
  const openOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    onOpen(row.rowId)
  }
  return (
    <article
      ref={props.measure}
      className="row-slot"
      data-index={props.index}
      data-row-id={row.rowId}
      aria-label={rowName(row)}
      aria-describedby={row.message === '' ? undefined : messageId}
      aria-posinset={props.position}
      aria-setsize={props.setSize}
      aria-current={props.isSelected ? 'true' : undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      onKeyDown={openOnEnter}
      onClick={() => onOpen(row.rowId)}
    >
      {props.day !== null && <h3 className="day-label">{props.day}</h3>}
      <div className="row" data-unread={row.readAt === null} data-selected={props.isSelected}>
        <RowContent
          row={row}
          matches={props.matches}
          messageId={messageId}
          onMarkAsRead={props.onMarkAsRead}
        />
      </div>
    </article>
  )
}
