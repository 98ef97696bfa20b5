/** What the list says when it has no rows to show, or could not read them. */
import { Bell, FunnelX, SearchX, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { isSearching } from '../search/search-query.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { isFiltering, noFilter } from './list-filter.ts'

export function ListEnd() {
  const store = useStore()
  const { t } = useI18n()
  const list = useWindowState((state) => state.list)
  const isDisconnected = useWindowState(({ engine }) => engine?.connection.phase === 'disconnected')
  if (list.problem !== null) {
    return (
      <Message title={t('list.failed')} text={list.problem}>
        <button type="button" className="button" onClick={store.list.reload}>
          {t('list.failed.again')}
        </button>
      </Message>
    )
  }
  if (list.rows.length > 0) return null
  if (list.isLoading) return <Skeleton />
  if (isSearching(list.search)) return <NothingFound />
  if (isFiltering(list.filter)) {
    return (
      <Message icon={<FunnelX size={28} strokeWidth={1.5} />} title={t('list.filtered')}>
        <button type="button" className="button" onClick={() => store.list.setFilter(noFilter)}>
          {t('list.filtered.all')}
        </button>
      </Message>
    )
  }
  if (isDisconnected) {
    return (
      <Message
        icon={<Unplug size={28} strokeWidth={1.5} />}
        title={t('list.disconnected')}
        text={t('list.disconnected.text')}
      />
    )
  }
  return (
    <Message
      icon={<Bell size={28} strokeWidth={1.5} />}
      title={t('list.waiting')}
      text={t('list.waiting.text')}
    />
  )
}

function NothingFound() {
  const store = useStore()
  const { t } = useI18n()
  const isRefused = useWindowState(({ list }) => list.searchProblem !== null)
  const isFiltered = useWindowState(({ list }) => isFiltering(list.filter))
  return (
    <Message
      icon={<SearchX size={28} strokeWidth={1.5} />}
      title={t(isRefused ? 'list.unclear' : 'list.nothing')}
      text={t(isRefused ? 'list.unclear.text' : adviceKey(isFiltered))}
    >
      {isFiltered && !isRefused && (
        <button type="button" className="button" onClick={() => store.list.setFilter(noFilter)}>
          {t('list.nothing.search-all')}
        </button>
      )}
      <button type="button" className="button" onClick={store.list.clear}>
        {t('list.nothing.show-all')}
      </button>
    </Message>
  )
}

const adviceKey = (isFiltered: boolean) => (isFiltered ? 'list.nothing.filtered' : 'list.nothing.text')

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
