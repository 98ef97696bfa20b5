/** A whole number. */
import type { ControlProps } from './setting-field.tsx'
import { SettingInput } from './setting-input.tsx'
import { readInteger } from './setting-value.ts'

export function NumberControl(props: ControlProps) {
  const { minimum, maximum } = props.definition.schema as { minimum?: number; maximum?: number } // a number's own keywords
  const range = { min: minimum, max: maximum, step: 1 }
  const look = { type: 'number', inputMode: 'numeric', className: 'text-field number-field' } as const
  return <SettingInput {...props} read={readInteger} input={{ ...look, ...range }} />
}
