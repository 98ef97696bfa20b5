/** What the list says when it has no rows to show, or could not read them. */
import { Bell, FunnelX, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { isFiltering, noFilter } from './list-filter.ts'

export function ListEnd() {
  const store = useStore()
  const list = useWindowState((state) => state.list)
  const isDisconnected = useWindowState(({ engine }) => engine?.connection.phase === 'disconnected')
  if (list.problem !== null) {
    return (
      <Message title="The history could not be read" text={list.problem}>
        <button type="button" className="button" onClick={store.list.reload}>
          Try again
        </button>
      </Message>
    )
  }
  if (list.rows.length > 0) return null
  if (list.isLoading) return <Skeleton />
  if (isFiltering(list.filter)) {
    return (
      <Message icon={<FunnelX size={28} strokeWidth={1.5} />} title="Nothing matches this filter">
        <button type="button" className="button" onClick={() => store.list.setFilter(noFilter)}>
          Show all
        </button>
      </Message>
    )
  }
  if (isDisconnected) {
    return (
      <Message
        icon={<Unplug size={28} strokeWidth={1.5} />}
        title="Connect to see notifications"
        text="Tocsin is not listening to its source at the moment."
      />
    )
  }
  return (
    <Message
      icon={<Bell size={28} strokeWidth={1.5} />}
      title="Waiting for the first notification…"
      text="It appears here as soon as the server sends it."
    />
  )
}

type MessageProps = {
  readonly icon?: ReactNode
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}

function Message({ icon, title, text, children }: MessageProps) {
  return (
    <div className="list-message">
      {icon !== undefined && (
        <span className="list-message-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <p className="list-message-title">{title}</p>
      {text !== undefined && <p className="list-message-text">{text}</p>}
      {children}
    </div>
  )
}

const skeletonRows = ['one', 'two', 'three', 'four', 'five']

function Skeleton() {
  return (
    <div className="list-skeleton" aria-hidden="true">
      {skeletonRows.map((row) => (
        <span key={row} className="list-skeleton-row" />
      ))}
    </div>
  )
}
