/** A setting that is on or off. */
import type { ControlProps } from './setting-field.tsx'

export function SwitchControl({ id, label, describedBy, setting }: ControlProps) {
  return (
    <div className="switch-line">
      <label htmlFor={id} className="setting-label">
        {label}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        checked={setting.value === true}
        aria-checked={setting.value === true}
        aria-describedby={describedBy}
        onChange={(event) => void setting.change(event.currentTarget.checked)}
      />
    </div>
  )
}
