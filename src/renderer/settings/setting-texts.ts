/** What people read of a setting. */
import type { TSchema } from 'typebox'
import { type SettingDefinition, type SettingName, settingsTable } from '../../contract/settings-table.ts'
import type { TextKey } from '../../i18n/catalogue.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { en } from '../../i18n/en.ts'

export const settingLabel = ({ t }: Pick<I18n, 't'>, name: SettingName): string =>
  t(`settings-table.${name}.label`)

export const settingHelp = ({ t }: Pick<I18n, 't'>, name: SettingName): string =>
  t(`settings-table.${name}.help`)

/** Shown in an empty field; undefined where there is nothing to say. */
export function settingPlaceholder({ t }: Pick<I18n, 't'>, name: SettingName): string | undefined {
  const key = `settings-table.${name}.placeholder`
  return isPlainKey(key) ? t(key) : undefined
}

export type SettingChoice = { readonly value: string; readonly word: string }

/** What a setting of few values can be, in the table's order. */
export function settingChoices({ t }: Pick<I18n, 't'>, name: SettingName): readonly SettingChoice[] {
  const { schema }: SettingDefinition = settingsTable[name]
  return valuesOf(schema).map((value) => {
    const key = `settings-table.${name}.choice.${value}`
    return { value, word: isPlainKey(key) ? t(key) : value }
  })
}

const valuesOf = (schema: TSchema): readonly string[] =>
  'enum' in schema && Array.isArray(schema.enum) ? schema.enum.map(String) : []

/** Those of this table have no names in them: `t` needs no values. */
type PlainKey = Extract<TextKey, `settings-table.${string}`>

const isPlainKey = (key: string): key is PlainKey => Object.hasOwn(en, key)
