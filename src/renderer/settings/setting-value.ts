/** One setting's change: checked by the table before it is asked for, and refused in words that name the setting. */
import type { SettingsChange } from '../../contract/commands.ts'
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'

export type SettingCheck =
  | { readonly ok: true; readonly change: SettingsChange }
  | { readonly ok: false; readonly problem: string }

export function checkSetting(name: SettingName, value: unknown): SettingCheck {
  const { schema, label }: SettingDefinition = settingsTable[name]
  if (value === '' && !validate(schema, value).ok)
    return { ok: false, problem: `${label} must not be empty.` }
  const checked = validate(schema, value)
  if (!checked.ok) return { ok: false, problem: `${label} ${checked.problem}.` }
  return { ok: true, change: { [name]: value } as SettingsChange } // checked by this setting's own schema
}

export const isDefault = (name: SettingName, value: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(settingsTable[name].default)

/** @returns what was typed as a number; the text itself where it is none, for `checkSetting` to refuse */
export function readInteger(text: string): number | string {
  const trimmed = text.trim()
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed
}
