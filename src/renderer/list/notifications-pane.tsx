/** The notifications' pane: what to show, what to do with all of it, and the list. */
import { SearchBar } from '../search/search-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { MarkAllButton } from './mark-all-button.tsx'
import { NotificationList } from './notification-list.tsx'

export function NotificationsPane() {
  return (
    <section className="pane notifications-pane" aria-label="Inbox">
      <h2 className="visually-hidden">Notifications</h2>
      <SearchBar />
      <div className="pane-bar">
        <FilterBar />
        <MarkAllButton />
      </div>
      <NotificationList />
    </section>
  )
}
