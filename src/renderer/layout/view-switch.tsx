/** Chooses what the right pane shows while no notification is open, where no sidebar does. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { panelNames } from './tab-name.ts'
import { ViewButton } from './view-button.tsx'

export function ViewSwitch() {
  const { t } = useI18n()
  return (
    <nav className="view-switch segments" aria-label={t('layout.views')}>
      {panelNames.map((panel) => (
        <ViewButton key={panel} panel={panel} className="segment">
          {t(`layout.tab.${panel}`)}
        </ViewButton>
      ))}
    </nav>
  )
}
