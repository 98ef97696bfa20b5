/** What the list says when it has no rows to show, or could not read them. */
import { Bell, FunnelX, SearchX, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { isSearching } from '../search/search-query.ts'
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
  if (isSearching(list.search)) return <NothingFound />
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

function NothingFound() {
  const store = useStore()
  const isRefused = useWindowState(({ list }) => list.searchProblem !== null)
  const isFiltered = useWindowState(({ list }) => isFiltering(list.filter))
  return (
    <Message
      icon={<SearchX size={28} strokeWidth={1.5} />}
      title={isRefused ? 'This search is not understood' : 'Nothing found'}
      text={isRefused ? 'What is wrong with it stands below the search box.' : advice(isFiltered)}
    >
      {isFiltered && !isRefused && (
        <button type="button" className="button" onClick={() => store.list.setFilter(noFilter)}>
          Search in all
        </button>
      )}
      <button type="button" className="button" onClick={store.list.clear}>
        Show all notifications
      </button>
    </Message>
  )
}

const advice = (isFiltered: boolean): string =>
  isFiltered
    ? 'Only some notifications were searched: take the filter off, or try other words.'
    : 'Try fewer or other words, or the beginning of a word with a * after it.'

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
