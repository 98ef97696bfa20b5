/** The filters of the sidebar. They narrow one another; "All" lets go of each of them, and of what is searched for. */
import { Inbox, Mail, Pin } from 'lucide-react'
import type { Counts } from '../../contract/snapshot.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { countMatching, isFiltering, toggleType } from '../list/list-filter.ts'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { isSearching } from '../search/search-query.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { toggleState } from './filter-choice.ts'
import { SideButton } from './side-button.tsx'

export function FilterList() {
  const { t } = useI18n()
  const { list } = useStore()
  const filter = useWindowState((state) => state.list.filter)
  const isNarrowed = useWindowState(
    (state) => isFiltering(state.list.filter) || isSearching(state.list.search),
  )
  const counts = useWindowState(({ engine }) => engine?.counts ?? null)
  const pinned = useWindowState(({ engine }) => engine?.pinnedCount ?? null)
  const { unread, total } = counts === null ? unknown : sumOf(counts)
  return (
    <div className="side-group">
      <SideButton
        icon={<Inbox className="side-icon" size={16} aria-hidden="true" />}
        word={t('filters.all')}
        isOn={!isNarrowed}
        total={total}
        unread={null}
        description={total === null ? '' : t('filters.count.unread-of', { unread, total })}
        onClick={list.clear}
      />
      <SideButton
        icon={<Mail className="side-icon" size={16} aria-hidden="true" />}
        word={t('filters.unread')}
        isOn={filter.isUnread === true}
        unread={unread}
        total={null}
        description={unread === null ? '' : t('filters.count.unread', { count: unread })}
        onClick={() => list.setFilter(toggleState(filter, 'unread'))}
      />
      <SideButton
        icon={<Pin className="side-icon" size={16} aria-hidden="true" />}
        word={t('filters.pinned')}
        isOn={filter.isPinned === true}
        unread={null}
        total={pinned}
        description={pinned === null ? '' : t('filters.count.pinned', { count: pinned })}
        onClick={() => list.setFilter(toggleState(filter, 'pinned'))}
      />
      <hr className="side-line" />
      {notificationTypes.map((type) => (
        <TypeButton key={type} type={type} counts={counts} />
      ))}
    </div>
  )
}

const unknown = { unread: null, total: null } as const

const sumOf = (counts: Counts) => ({
  unread: countMatching(counts, { isUnread: true }),
  total: countMatching(counts, {}),
})

type TypeButtonProps = { readonly type: NotificationType; readonly counts: Counts | null }

function TypeButton({ type, counts }: TypeButtonProps) {
  const { t } = useI18n()
  const { list } = useStore()
  const filter = useWindowState((state) => state.list.filter)
  const { unread, total } = counts?.[type] ?? unknown
  return (
    <SideButton
      icon={<TypeIcon type={type} size={16} />}
      word={t(`filters.type.${type}`)}
      isOn={filter.type === type}
      unread={unread}
      total={total}
      description={total === null ? '' : t('filters.count.unread-of', { unread, total })}
      onClick={() => list.setFilter(toggleType(filter, type))}
    />
  )
}
