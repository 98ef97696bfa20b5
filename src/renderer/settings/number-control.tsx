/** A whole number: applied when it is left or Enter is pressed. A refused one stays, to be mended. */
import { useState } from 'react'
import type { ControlProps } from './setting-field.tsx'
import { readInteger } from './setting-value.ts'

export function NumberControl({ id, describedBy, definition, setting }: ControlProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const stored = String(setting.value ?? '')
  const { minimum, maximum } = definition.schema as { minimum?: number; maximum?: number } // a number's own keywords
  const apply = async (): Promise<void> => {
    if (draft === null) return
    if (draft.trim() === stored || (await setting.change(readInteger(draft)))) setDraft(null)
  }
  return (
    <>
      <label htmlFor={id} className="setting-label">
        {definition.label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        className="text-field number-field"
        autoComplete="off"
        min={minimum}
        max={maximum}
        step={1}
        value={draft ?? stored}
        aria-describedby={describedBy}
        aria-invalid={setting.problem !== null}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => void apply()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void apply()
        }}
      />
    </>
  )
}
