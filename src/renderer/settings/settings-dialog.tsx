/** The settings, made from the contract's table: a setting added there appears here. */
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { settingNames } from '../../contract/settings-table.ts'
import type { Capabilities } from '../../contract/snapshot.ts'
import { useWindowState } from '../store/store-context.tsx'
import { ToastPermissionHelp } from '../toasts/toast-permission-help.tsx'
import { AccessTokenField } from './access-token-field.tsx'
import { HistoryActions } from './history-actions.tsx'
import { QuitButton } from './quit-button.tsx'
import { SettingField } from './setting-field.tsx'
import { groupSettings, offeredSettings, type SettingGroup } from './setting-groups.ts'
import { SettingsNav } from './settings-nav.tsx'
import { TestNotification } from './test-notification.tsx'
import './settings.css'

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const capabilities = useWindowState(({ engine }) => engine?.capabilities ?? null)
  useEffect(() => dialog.current?.showModal(), [])
  const groups = capabilities === null ? [] : groupsOf(capabilities)
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
      <SettingsNav headings={groups.map(({ heading }) => heading)} body={body} />
      <div ref={body} className="settings-body">
        {groups.map((group) => (
          <Group key={group.heading} group={group} canQuit={capabilities?.canQuit === true} />
        ))}
        {capabilities !== null && <p className="settings-version">Tocsin {capabilities.version}</p>}
      </div>
    </dialog>
  )
}

/** Those that have something in them. */
const groupsOf = (capabilities: Capabilities): readonly SettingGroup[] =>
  groupSettings(offeredSettings(settingNames, capabilities)).filter(
    ({ heading, names }) => names.length > 0 || (heading === 'System' && capabilities.canQuit),
  )

type GroupProps = { readonly group: SettingGroup; readonly canQuit: boolean }

function Group({ group: { heading, names }, canQuit }: GroupProps) {
  return (
    <section className="settings-group" aria-label={heading}>
      <h3 className="settings-heading" tabIndex={-1}>
        {heading}
      </h3>
      {names.map((name) => (
        <div key={name}>
          <SettingField name={name} />
          {name === 'toasts' && <ToastPermissionHelp />}
          {name === 'clientId' && <AccessTokenField />}
        </div>
      ))}
      {heading === 'Toasts' && <TestNotification />}
      {heading === 'History' && <HistoryActions />}
      {heading === 'System' && canQuit && <QuitButton />}
    </section>
  )
}
