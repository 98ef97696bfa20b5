/** The settings under one heading, with what else belongs there. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { ToastPermissionHelp } from '../toasts/toast-permission-help.tsx'
import { AccessTokenField } from './access-token-field.tsx'
import { HistoryActions } from './history-actions.tsx'
import { QuitButton } from './quit-button.tsx'
import { SettingField } from './setting-field.tsx'
import type { SettingGroup } from './setting-groups.ts'
import { SettingsSection } from './settings-section.tsx'
import { TestNotification } from './test-notification.tsx'

type Props = {
  readonly group: SettingGroup
  readonly canQuit: boolean
  /** While the settings are searched, only what was found is shown. */
  readonly isSearching: boolean
}

export function SettingsGroup({ group: { heading, names }, canQuit, isSearching }: Props) {
  const { t } = useI18n()
  return (
    <SettingsSection id={heading} title={t(`settings.group.${heading}`)}>
      {names.map((name) => (
        <div key={name}>
          <SettingField name={name} />
          {name === 'toasts' && <ToastPermissionHelp />}
          {name === 'clientId' && <AccessTokenField />}
        </div>
      ))}
      {!isSearching && heading === 'toasts' && <TestNotification />}
      {!isSearching && heading === 'history' && <HistoryActions />}
      {!isSearching && heading === 'system' && canQuit && <QuitButton />}
    </SettingsSection>
  )
}
