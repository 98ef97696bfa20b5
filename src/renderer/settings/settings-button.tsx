/** Opens the settings. */
import { Settings } from 'lucide-react'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

export function SettingsButton() {
  const store = useStore()
  const isOpen = useWindowState((state) => state.place.isSettingsOpen)
  const isReady = useWindowState((state) => state.engine !== null)
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Settings"
        title="Settings"
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
