/** What happened, newest first: the server's own messages, the connection's changes, frames not understood. */
import { useMemo, useState } from 'react'
import type { ActivityEntry } from '../../contract/snapshot.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { ActivityControls } from './activity-controls.tsx'
import { everything, filterActivity } from './activity-filter.ts'
import { ActivityItem } from './activity-item.tsx'
import './activity.css'

const none: readonly ActivityEntry[] = []

export function ActivityLog() {
  const { t } = useI18n()
  const entries = useWindowState(({ engine }) => engine?.activity ?? none)
  const [filter, setFilter] = useState(everything)
  const shown = useMemo(() => filterActivity(entries, filter), [entries, filter])
  return (
    <section className="card activity" aria-label={t('activity.title')}>
      <div className="activity-bar">
        <h2 className="card-title">{t('activity.title')}</h2>
        <ActivityControls filter={filter} onChange={setFilter} />
      </div>
      {/* Each entry read aloud would never end: the announcer says what matters. */}
      <div
        className="activity-scroller"
        role="log"
        aria-label={t('activity.title')}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {shown.length === 0 && (
          <p className="activity-empty">
            {t(entries.length === 0 ? 'activity.empty' : 'activity.empty.filtered')}{' '}
            {entries.length > 0 && (
              <button type="button" className="link-button" onClick={() => setFilter(everything)}>
                {t('activity.show-all')}
              </button>
            )}
          </p>
        )}
        {shown.map((entry) => (
          <ActivityItem key={entry.entryId} entry={entry} />
        ))}
      </div>
    </section>
  )
}
