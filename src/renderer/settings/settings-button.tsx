/** Opens the settings. */
import { Settings } from 'lucide-react'
import { useState } from 'react'
import { useWindowState } from '../store/store-context.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

export function SettingsButton() {
  const [isOpen, setOpen] = useState(false)
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
        onClick={() => setOpen(true)}
      >
        <Settings size={18} aria-hidden="true" />
      </button>
      {isOpen && <SettingsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
