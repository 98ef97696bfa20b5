/** What is muted, each with the way to end that. It is muted elsewhere: at a notification, or in the noise report. */
import { X } from 'lucide-react'
import type { Settings } from '../../contract/settings-table.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { displayLine } from '../text/display-text.ts'
import type { ControlProps } from './setting-field.tsx'
import './mutes.css'

export function MutesControl({ label, describedBy, setting }: ControlProps) {
  const { t } = useI18n()
  const mutes = (setting.value ?? []) as Settings['mutes'] // the only setting with this control
  return (
    <fieldset className="mutes" aria-describedby={describedBy}>
      <legend className="setting-label">{label}</legend>
      {mutes.length === 0 && <p className="mutes-none">{t('settings.mutes.none')}</p>}
      <ul className="mutes-list">
        {mutes.map((mute) => (
          <li key={`${mute.type} ${mute.titlePattern}`} className="mute">
            <TypeIcon type={mute.type} />
            <bdi className="mute-title">{displayLine(mute.titlePattern)}</bdi>
            <button
              type="button"
              className="icon-button"
              aria-label={t('settings.mutes.remove.one', { title: displayLine(mute.titlePattern) })}
              title={t('settings.mutes.remove')}
              onClick={() => void setting.change(mutes.filter((other) => other !== mute))}
            >
              <X size={15} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
