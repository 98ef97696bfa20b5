/** What the palette offers, and which of it a text means. Pure, but for running it. */
import { matchSorter } from 'match-sorter'
import type { SettingsChange } from '../../contract/commands.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { en } from '../../i18n/en.ts'
import type { Chord } from '../keyboard/chord.ts'
import { settingChoices } from '../settings/setting-texts.ts'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'
import { displayLine } from '../text/display-text.ts'
import { allCommands } from './all-commands.ts'
import type { CommandPlace, WindowCommand } from './window-command.ts'

export type PaletteItem = {
  readonly id: string
  readonly group: (typeof paletteGroups)[number]
  readonly word: string
  /** Other words by which it is found: its English name, for who has learnt that. */
  readonly alias: string
  readonly chord: Chord | null
  run(store: WindowStore, place: CommandPlace): void
}

type Texts = Pick<I18n, 't'>

/** What is done next is most often done with a notification, or elsewhere; moving in the list has its keys. */
const paletteGroups = ['notification', 'go', 'saved', 'list', 'selection', 'window', 'settings'] as const

export function paletteItems(i18n: Texts, state: WindowState, place: CommandPlace): readonly PaletteItem[] {
  const commands = allCommands.filter(({ id, isAvailable }) => id !== 'palette' && isAvailable(state, place))
  const items = [
    ...commands.map((command) => commandItem(i18n, state, command)),
    ...searchItems(i18n, state),
    ...choiceItems(i18n),
  ]
  return paletteGroups.flatMap((group) => items.filter((item) => item.group === group))
}

function commandItem({ t }: Texts, state: WindowState, command: WindowCommand): PaletteItem {
  const { id, group, text, textNow, chords, run } = command
  const word = t(textNow?.(state) ?? text)
  return { id, group, word, alias: en[text], chord: chords[0] ?? null, run }
}

function searchItems({ t }: Texts, { engine }: WindowState): readonly PaletteItem[] {
  return (engine?.settings.savedSearches ?? []).map(({ name, query }, index) => ({
    ...{ id: `search ${index}`, group: 'saved', chord: null, alias: query },
    word: displayLine(name, t('commands.group.saved')),
    run({ place, list }) {
      place.show('notifications')
      list.search(query)
    },
  }))
}

function choiceItems(i18n: Texts): readonly PaletteItem[] {
  const { t } = i18n
  const of = (name: 'theme' | 'language', value: string, word: string): PaletteItem => ({
    ...{ id: `${name} ${value}`, group: 'settings', chord: null, alias: `${name} ${value}` },
    word: t(`commands.${name}`, { name: word }),
    // Each is one of the setting's own values: the table gave them.
    run: (store) => store.run('changeSettings', { [name]: value } as SettingsChange),
  })
  return (['theme', 'language'] as const).flatMap((name) =>
    settingChoices(i18n, name).map(({ value, word }) => of(name, value, word)),
  )
}

/** Those that a text means, the best first; all of them, in their order, for a blank one. */
export function matchItems(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  const words = text.trim()
  if (words === '') return items
  return matchSorter([...items], words, {
    keys: ['word', { key: 'alias', maxRanking: matchSorter.rankings.CONTAINS }],
  })
}
