/** The window's panes: side by side where there is room, one at a time behind tabs where there is not. */
import { type CSSProperties, useId } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { ConnectionPage, DetailPanel } from '../later/later-parts.ts'
import { NotificationsPane } from '../list/notifications-pane.tsx'
import { Statistics } from '../statistics/statistics.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import type { PaneSizes } from './pane-sizes-schema.ts'
import { Separator } from './separator.tsx'
import { Sidebar } from './sidebar.tsx'
import type { PanelName } from './tab-name.ts'
import { Tabs } from './tabs.tsx'
import { useHasSidebar } from './use-has-sidebar.ts'
import { useIsPainted } from './use-is-painted.ts'
import { ViewSwitch } from './view-switch.tsx'
import './panes.css'

export function WidePanes() {
  const { t } = useI18n()
  const isOpen = useWindowState((state) => state.selection.isOpen)
  const panel = useWindowState((state) => state.place.panel)
  const sizes = useWindowState((state) => state.place.sizes)
  const hasSidebar = useHasSidebar()
  const isPainted = useIsPainted()
  const id = useId()
  const sidebarId = `${id}-sidebar`
  const panelId = `${id}-panel`
  return (
    <main className="panes" data-sidebar={hasSidebar} style={widthsOf(sizes)}>
      {hasSidebar && <Sidebar id={sidebarId} isWaiting={!isPainted} />}
      {hasSidebar && <Separator pane="sidebar" paneId={sidebarId} />}
      <NotificationsPane />
      <Separator pane="panel" paneId={panelId} />
      <aside id={panelId} className="side" aria-label={t('layout.overview')}>
        {isOpen ? (
          <DetailPanel isSheet={false} />
        ) : (
          <>
            {!hasSidebar && <ViewSwitch />}
            {isPainted && <Panel name={panel} />}
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
    <main className="panes-narrow">
      {isOpen && <DetailPanel isSheet={true} />}
      <div className="narrow-body" inert={isOpen}>
        <Tabs chosen={tab} onChoose={store.place.show}>
          {tab === 'notifications' ? (
            <NotificationsPane />
          ) : (
            <div className="narrow-scroller">
              <Panel name={tab} />
            </div>
          )}
        </Tabs>
      </div>
    </main>
  )
}

function Panel({ name }: { readonly name: PanelName }) {
  return name === 'statistics' ? <Statistics /> : <ConnectionPage />
}

/** What the reader has not chosen is the stylesheet's. */
function widthsOf({ sidebar, panel }: PaneSizes): CSSProperties {
  const widths: Record<`--${string}`, string> = {}
  if (sidebar !== null) widths['--sidebar-width'] = `${sidebar}px`
  if (panel !== null) widths['--panel-width'] = `${panel}px`
  return widths as CSSProperties // React's type knows no custom properties
}
