/**
 * One row of the feed: its place, its name and its focus. What it shows is `row-content.tsx`. Renders again only when its
 * own part changed: scrolling renders the list for each row that comes.
 */
import { type MouseEvent, memo, useLayoutEffect, useRef } from 'react'
import type { NotificationRow } from '../../contract/notification-row.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import type { RowMatches } from './list-model.ts'
import { RowCheck } from './row-check.tsx'
import { RowContent } from './row-content.tsx'
import { rowName } from './row-name.ts'

/** What can be done with a row; the same functions for every row, so that none renders for their sake. */
export type RowHandlers = {
  readonly onOpen: (rowId: number) => void
  /** It has the focus. */
  readonly onStand: (rowId: number) => void
  readonly onMarkAsRead: (rowId: number) => void
  readonly onToggle: (rowId: number) => void
  readonly onPickTo: (rowId: number) => void
}

type Props = {
  readonly row: NotificationRow
  readonly index: number
  /** Its place in the whole history under this filter, from 1, and how many there are; null and -1 where not known. */
  readonly position: number | null
  readonly setSize: number
  /** The day's name above the first row of a day; null elsewhere. */
  readonly day: string | null
  readonly isSelected: boolean
  readonly isPicked: boolean
  readonly isPicking: boolean
  /** Where the words searched for stand; absent where nothing is searched for. */
  readonly matches: RowMatches | undefined
  readonly isTabStop: boolean
  /** Told of the element whenever it comes to stand for another row. */
  readonly measure: (element: HTMLElement, rowId: number) => void
  readonly handlers: RowHandlers
}

export const NotificationArticle = memo(function NotificationArticle(props: Props) {
  const { row, isPicking, isTabStop, handlers, measure } = props
  const { rowId } = row
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (element.current !== null) measure(element.current, rowId)
  }, [measure, rowId])
  const name = rowName(useI18n(), row)
  const messageId = `message-${rowId}`
  const click = (event: MouseEvent): void => {
    if (event.shiftKey) handlers.onPickTo(rowId)
    else if (event.ctrlKey || event.metaKey) handlers.onToggle(rowId)
    else handlers.onOpen(rowId)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are commands, heard by the whole window (use-shortcuts.ts).
    <article
      ref={element}
      className="row-slot"
      data-index={props.index}
      data-row-id={rowId}
      aria-label={name}
      aria-describedby={row.message === '' ? undefined : messageId}
      aria-posinset={props.position ?? undefined}
      aria-setsize={props.setSize}
      aria-current={props.isSelected ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) handlers.onStand(rowId)
      }}
      onMouseDown={keepSelection}
      onClick={click}
    >
      {props.day !== null && <h3 className="day-label">{props.day}</h3>}
      <div
        className="row"
        data-unread={row.readAt === null}
        data-selected={props.isSelected}
        data-picked={props.isPicked}
        data-picking={isPicking}
      >
        <RowContent
          row={row}
          matches={props.matches}
          messageId={messageId}
          onMarkAsRead={handlers.onMarkAsRead}
        />
        <RowCheck
          rowId={rowId}
          name={name}
          isPicked={props.isPicked}
          isTabStop={isTabStop && isPicking}
          onToggle={handlers.onToggle}
          onPickTo={handlers.onPickTo}
        />
      </div>
    </article>
  )
})

/** Picking by the pointer neither marks text nor moves the focus: a range goes from where the reader stands. */
function keepSelection(event: MouseEvent): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault()
}
