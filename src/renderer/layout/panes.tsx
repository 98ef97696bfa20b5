/** The window's panes: side by side where there is room, one at a time behind tabs where there is not. */
import { ActivityLog } from '../activity/activity-log.tsx'
import { ConnectionFacts } from '../connection/connection-facts.tsx'
import { DetailPanel } from '../detail/detail-panel.tsx'
import { NotificationsPane } from '../list/notifications-pane.tsx'
import { Statistics } from '../statistics/statistics.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { Tabs } from './tabs.tsx'
import './panes.css'

export function WidePanes() {
  const isOpen = useWindowState((state) => state.selection.isOpen)
  return (
    <main className="panes">
      <NotificationsPane />
      <aside className="side" aria-label="Overview">
        {isOpen ? (
          <DetailPanel isSheet={false} />
        ) : (
          <>
            <Statistics />
            <ConnectionFacts />
            <ActivityLog />
          </>
        )}
      </aside>
    </main>
  )
}

export function NarrowPanes() {
  const store = useStore()
  const tab = useWindowState((state) => state.place.tab)
  const isOpen = useWindowState((state) => state.selection.isOpen)
  return (
    <main className="panes panes-narrow">
      {isOpen && <DetailPanel isSheet={true} />}
      <div className="narrow-body" inert={isOpen}>
        <Tabs chosen={tab} onChoose={store.place.showTab}>
          {tab === 'notifications' && <NotificationsPane />}
          {tab === 'statistics' && (
            <div className="narrow-scroller">
              <Statistics />
              <ConnectionFacts />
            </div>
          )}
          {tab === 'activity' && <ActivityLog />}
        </Tabs>
      </div>
    </main>
  )
}
