/** What stands beside the list in a wide window: what to show of it, the saved searches, the other views. */
import { ChartColumn, type LucideIcon, Network } from 'lucide-react'
import { FilterList } from '../filters/filter-list.tsx'
import { SavedSearchList } from '../filters/saved-search-list.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { type PanelName, panelNames } from './tab-name.ts'
import { ViewButton } from './view-button.tsx'
import './sidebar.css'

const icons: Readonly<Record<PanelName, LucideIcon>> = { statistics: ChartColumn, connection: Network }

type Props = {
  readonly id: string
  /** Its place is kept, and empty. */
  readonly isWaiting: boolean
}

export function Sidebar({ id, isWaiting }: Props) {
  const { t } = useI18n()
  if (isWaiting) return <div id={id} className="sidebar" />
  return (
    <div id={id} className="sidebar">
      <nav className="sidebar-main" aria-label={t('filters.title')}>
        <FilterList />
        <SavedSearchList />
      </nav>
      <nav className="sidebar-views" aria-label={t('layout.views')}>
        {panelNames.map((panel) => {
          const Icon = icons[panel]
          return (
            <ViewButton key={panel} panel={panel} className="side-item">
              <Icon className="side-icon" size={16} aria-hidden="true" />
              <span className="side-word">{t(`layout.tab.${panel}`)}</span>
            </ViewButton>
          )
        })}
      </nav>
    </div>
  )
}
