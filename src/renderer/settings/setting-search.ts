/** Which settings a reader looks for. Pure. */
import type { SettingName } from '../../contract/settings-table.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import type { SettingGroup } from './setting-groups.ts'
import { settingChoices, settingHelp, settingLabel } from './setting-texts.ts'

/** @returns those of which every word stands in label, help, choices or heading; groups without one are left out */
export function searchSettings(
  i18n: I18n,
  groups: readonly SettingGroup[],
  text: string,
): readonly SettingGroup[] {
  const words = fold(text).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return groups
  return groups
    .map(({ heading, names }) => {
      const title = i18n.t(`settings.group.${heading}`)
      const matches = (name: SettingName): boolean => {
        const about = fold(`${title} ${textOf(i18n, name)}`)
        return words.every((word) => about.includes(word))
      }
      return { heading, names: names.filter(matches) }
    })
    .filter(({ names }) => names.length > 0)
}

function textOf(i18n: I18n, name: SettingName): string {
  const choices = settingChoices(i18n, name).map(({ word }) => word)
  return [settingLabel(i18n, name), settingHelp(i18n, name), ...choices].join(' ')
}

/** Without accents and case: who types `menü` or `menu` means the same. */
const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
