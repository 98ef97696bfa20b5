/** Hides the sidebar and shows it again. Not there where the window has no room for one. */
import { PanelLeft } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { useHasSidebar } from './use-has-sidebar.ts'
import { useMediaQuery } from './use-media-query.ts'
import { sidebarQuery } from './wide-query.ts'

export function SidebarButton() {
  const { t } = useI18n()
  const { place } = useStore()
  const isShown = useHasSidebar()
  if (!useMediaQuery(sidebarQuery)) return null
  return (
    <button
      type="button"
      className="icon-button sidebar-button"
      aria-label={t('layout.sidebar')}
      aria-pressed={isShown}
      title={t(isShown ? 'layout.sidebar.hide' : 'layout.sidebar.show')}
      onClick={() => place.setSidebarHidden(isShown)}
    >
      <PanelLeft size={18} aria-hidden="true" />
    </button>
  )
}
