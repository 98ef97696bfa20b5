/** A setting with few values: all of them in sight. */
import type { ControlProps } from './setting-field.tsx'

export function ChoiceControl({ id, describedBy, definition, setting }: ControlProps) {
  return (
    <fieldset className="choice" aria-describedby={describedBy}>
      <legend className="setting-label">{definition.label}</legend>
      <div className="segments">
        {Object.entries(definition.choices ?? {}).map(([value, word]) => (
          <label key={value} className="segment">
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              value={value}
              checked={setting.value === value}
              onChange={() => void setting.change(value)}
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
