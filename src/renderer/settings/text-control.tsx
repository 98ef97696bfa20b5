/** A line of text. */
import { useI18n } from '../i18n/i18n-context.tsx'
import type { ControlProps } from './setting-field.tsx'
import { SettingInput } from './setting-input.tsx'
import { settingPlaceholder } from './setting-texts.ts'

export function TextControl(props: ControlProps) {
  const placeholder = settingPlaceholder(useI18n(), props.name)
  const look = { type: 'text', className: 'text-field', spellCheck: false, placeholder } as const
  return <SettingInput {...props} read={(text) => text} input={look} />
}
