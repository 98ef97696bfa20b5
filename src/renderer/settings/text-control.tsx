/** A line of text. */
import type { ControlProps } from './setting-field.tsx'
import { useDraft } from './use-draft.ts'

export function TextControl({ id, describedBy, definition, setting }: ControlProps) {
  const draft = useDraft(String(setting.value ?? ''), setting.change)
  return (
    <>
      <label htmlFor={id} className="setting-label">
        {definition.label}
      </label>
      <input
        {...draft}
        id={id}
        type="text"
        className="text-field"
        spellCheck={false}
        autoComplete="off"
        placeholder={definition.placeholder}
        aria-describedby={describedBy}
        aria-invalid={setting.problem !== null}
      />
    </>
  )
}
