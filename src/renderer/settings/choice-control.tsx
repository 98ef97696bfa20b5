/** A setting with few values: all of them in sight. */
import { useI18n } from '../i18n/i18n-context.tsx'
import type { ControlProps } from './setting-field.tsx'
import { settingChoices } from './setting-texts.ts'

export function ChoiceControl({ id, name, label, describedBy, setting }: ControlProps) {
  const i18n = useI18n()
  return (
    <fieldset className="choice" aria-describedby={describedBy}>
      <legend className="setting-label">{label}</legend>
      <div className="segments">
        {settingChoices(i18n, name).map(({ value, word }) => (
          <label key={value} className="segment" data-chosen={setting.value === value}>
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              value={value}
              checked={setting.value === value}
              onChange={() => void setting.change(value)}
            />
            <span className="segment-word">{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
