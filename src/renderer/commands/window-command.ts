/** What can be done by key and from the palette: what a command is. The commands are in the files beside this one. */
import type { TextKey, TextValues } from '../../i18n/catalogue.ts'
import type { Chord } from '../keyboard/chord.ts'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'

/** Texts without values. */
type PlainKey = { [Key in TextKey]: TextValues<Key> extends readonly [] ? Key : never }[TextKey]
export type CommandText = Extract<PlainKey, `commands.${string}`>

export const commandGroups = ['list', 'notification', 'selection', 'go', 'window'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Where a command is given. */
export type CommandPlace = {
  /** Whether a notification has room beside the list, so that it may follow the selection. */
  readonly hasRoom: boolean
  /** Puts the focus into the search box, now or as soon as it is there. */
  focusSearch(): void
}

export type WindowCommand = {
  readonly id: string
  readonly group: CommandGroup
  /** Its name, whatever the state is. */
  readonly text: CommandText
  /** What it would do now, where that is only one of two things. */
  readonly textNow?: (state: WindowState) => CommandText
  readonly chords: readonly Chord[]
  readonly isAvailable: (state: WindowState, place: CommandPlace) => boolean
  readonly run: (store: WindowStore, place: CommandPlace) => void
}

/** The list is in sight, or what it shows one row of. */
export const isListShown = ({ place, selection }: WindowState, { hasRoom }: CommandPlace): boolean =>
  hasRoom || place.tab === 'notifications' || selection.isOpen
