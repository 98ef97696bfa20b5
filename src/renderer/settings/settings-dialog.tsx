/** The settings, made from the contract's table: a setting added there appears here. */
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type SettingDefinition, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { useWindowState } from '../store/store-context.tsx'
import { ToastPermissionHelp } from '../toasts/toast-permission-help.tsx'
import { AccessTokenField } from './access-token-field.tsx'
import { HistoryActions } from './history-actions.tsx'
import { SettingField } from './setting-field.tsx'
import { groupSettings, type SettingGroup } from './setting-groups.ts'
import './settings.css'

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const capabilities = useWindowState(({ engine }) => engine?.capabilities ?? null)
  useEffect(() => dialog.current?.showModal(), [])
  const names = settingNames.filter((name) => {
    const { hosts }: SettingDefinition = settingsTable[name]
    return capabilities !== null && hosts.includes(capabilities.host)
  })
  return (
    <dialog ref={dialog} className="settings" aria-label="Settings" closedby="any" onClose={onClose}>
      <div className="settings-bar">
        <h2>Settings</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          title="Close (Escape)"
          onClick={() => dialog.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <div className="settings-body">
        {groupSettings(names).map((group) => (
          <Group key={group.heading} group={group} />
        ))}
        {capabilities !== null && <p className="settings-version">Tocsin {capabilities.version}</p>}
      </div>
    </dialog>
  )
}

function Group({ group: { heading, names } }: { readonly group: SettingGroup }) {
  return (
    <section className="settings-group" aria-label={heading}>
      <h3 className="settings-heading">{heading}</h3>
      {names.map((name) => (
        <div key={name}>
          <SettingField name={name} />
          {name === 'toasts' && <ToastPermissionHelp />}
          {name === 'clientId' && <AccessTokenField />}
        </div>
      ))}
      {heading === 'History' && <HistoryActions />}
    </section>
  )
}
