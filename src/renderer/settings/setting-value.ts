/** One setting's change: checked by the table before it is asked for, and refused in words that name the setting. */
import type { TSchema } from 'typebox'
import type { SettingsChange } from '../../contract/commands.ts'
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { settingLabel } from './setting-texts.ts'

export type SettingCheck =
  | { readonly ok: true; readonly change: SettingsChange }
  | { readonly ok: false; readonly problem: string }

export function checkSetting(i18n: I18n, name: SettingName, value: unknown): SettingCheck {
  const { schema }: SettingDefinition = settingsTable[name]
  if (!validate(schema, value).ok)
    return { ok: false, problem: problemOf(i18n, schema, settingLabel(i18n, name), value) }
  return { ok: true, change: { [name]: value } as SettingsChange } // checked by this setting's own schema
}

/** A schema's own keywords, where it has them. */
type Limits = {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

function problemOf({ t, formats }: I18n, schema: TSchema, label: string, value: unknown): string {
  if (value === '') return t('settings.problem.empty', { label })
  const { type, minimum, maximum, maxLength } = schema as Limits // JSON Schema's keywords
  if (minimum !== undefined && maximum !== undefined) {
    const range = { label, min: formats.number(minimum), max: formats.number(maximum) }
    return type === 'integer' ? t('settings.problem.whole', range) : t('settings.problem.range', range)
  }
  if (maxLength !== undefined && typeof value === 'string')
    return t('settings.problem.long', { label, max: formats.number(maxLength) })
  return t('settings.problem.other', { label })
}

export const isDefault = (name: SettingName, value: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(settingsTable[name].default)

/** @returns what was typed as a number; the text itself where it is none, for `checkSetting` to refuse */
export function readInteger(text: string): number | string {
  const trimmed = text.trim()
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed
}
