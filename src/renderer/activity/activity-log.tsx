/** What happened, newest first: the server's own messages, the connection's changes, frames not understood. */
import { useWindowState } from '../store/store-context.tsx'
import { ActivityItem } from './activity-item.tsx'
import './activity.css'

export function ActivityLog() {
  const entries = useWindowState(({ engine }) => engine?.activity)
  const newestFirst = entries?.toReversed() ?? []
  return (
    <section className="card activity" aria-label="Activity">
      <h2 className="card-title">Activity</h2>
      {/* Each entry read aloud would never end: the announcer says what matters. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="activity-scroller" role="log" aria-label="Activity" aria-live="off" tabIndex={0}>
        {newestFirst.length === 0 && <p className="activity-empty">Nothing has happened yet.</p>}
        {newestFirst.map((entry) => (
          <ActivityItem key={entry.entryId} entry={entry} />
        ))}
      </div>
    </section>
  )
}
