/** A setting's label and its field, for whatever is typed: applied when it is left or Enter is pressed. */
import type { InputHTMLAttributes } from 'react'
import type { ControlProps } from './setting-field.tsx'
import { useDraft } from './use-draft.ts'

type Props = ControlProps & {
  /** What is typed, as the setting takes it. */
  readonly read: (text: string) => unknown
  /** What this kind of field has of its own. */
  readonly input: InputHTMLAttributes<HTMLInputElement>
}

export function SettingInput({ id, label, describedBy, setting, read, input }: Props) {
  const draft = useDraft(String(setting.value ?? ''), (text) => setting.change(read(text)))
  return (
    <>
      <label htmlFor={id} className="setting-label">
        {label}
      </label>
      <input
        {...input}
        {...draft}
        id={id}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={setting.problem !== null}
      />
    </>
  )
}
