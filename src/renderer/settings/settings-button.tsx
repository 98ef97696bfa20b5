/** Opens the settings. */
import { Settings } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { SettingsDialog } from '../later/later-parts.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'

export function SettingsButton() {
  const store = useStore()
  const { t } = useI18n()
  const isOpen = useWindowState((state) => state.place.isSettingsOpen)
  const isReady = useWindowState((state) => state.engine !== null)
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={t('settings.title')}
        title={t('settings.title')}
        aria-haspopup="dialog"
        disabled={!isReady}
        onClick={store.place.openSettings}
      >
        <Settings size={18} aria-hidden="true" />
      </button>
      {isOpen && isReady && <SettingsDialog onClose={store.place.closeSettings} />}
    </>
  )
}
