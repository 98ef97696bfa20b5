/** The notifications' pane: what to show, what to do with all of it, and the list. */

import { FilterHead } from '../filters/filter-head.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { SearchBar } from '../search/search-bar.tsx'
import { MarkAllButton } from './mark-all-button.tsx'
import { NotificationList } from './notification-list.tsx'

export function NotificationsPane() {
  const { t } = useI18n()
  return (
    <section className="pane notifications-pane" aria-label={t('list.pane')}>
      <h2 className="visually-hidden">{t('list.name')}</h2>
      <SearchBar />
      <div className="pane-bar">
        <FilterHead />
        <MarkAllButton />
      </div>
      <NotificationList />
    </section>
  )
}
