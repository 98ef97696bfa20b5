/** A text setting: applied when it is left or Enter is pressed. A refused text stays, to be mended. */
import { useState } from 'react'
import type { ControlProps } from './setting-field.tsx'

export function TextControl({ id, describedBy, definition, setting }: ControlProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const stored = String(setting.value ?? '')
  const apply = async (): Promise<void> => {
    if (draft === null) return
    if (draft.trim() === stored || (await setting.change(draft.trim()))) setDraft(null)
  }
  return (
    <>
      <label htmlFor={id} className="setting-label">
        {definition.label}
      </label>
      <input
        id={id}
        type="text"
        className="text-field"
        spellCheck={false}
        autoComplete="off"
        value={draft ?? stored}
        placeholder={definition.placeholder}
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
