/** A whole number. */
import type { ControlProps } from './setting-field.tsx'
import { readInteger } from './setting-value.ts'
import { useDraft } from './use-draft.ts'

export function NumberControl({ id, describedBy, definition, setting }: ControlProps) {
  const draft = useDraft(String(setting.value ?? ''), (text) => setting.change(readInteger(text)))
  const { minimum, maximum } = definition.schema as { minimum?: number; maximum?: number } // a number's own keywords
  return (
    <>
      <label htmlFor={id} className="setting-label">
        {definition.label}
      </label>
      <input
        {...draft}
        id={id}
        type="number"
        inputMode="numeric"
        className="text-field number-field"
        autoComplete="off"
        min={minimum}
        max={maximum}
        step={1}
        aria-describedby={describedBy}
        aria-invalid={setting.problem !== null}
      />
    </>
  )
}
