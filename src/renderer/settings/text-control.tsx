/** A line of text. */
import type { ControlProps } from './setting-field.tsx'
import { SettingInput } from './setting-input.tsx'

export function TextControl(props: ControlProps) {
  const { placeholder } = props.definition
  const look = { type: 'text', className: 'text-field', spellCheck: false, placeholder } as const
  return <SettingInput {...props} read={(text) => text} input={look} />
}
