/** Chords as people read them on their keys, and as `aria-keyshortcuts` has them. Pure. */
import type { I18n } from '../../i18n/create-i18n.ts'
import type { Chord } from './chord.ts'

/** The keys of a chord, those at once together: `[['Ctrl', 'K']]`, `[['G'], ['L']]`. */
export function chordKeys(i18n: I18n, { keys }: Chord, isApple: boolean): readonly (readonly string[])[] {
  return keys.split(' ').map((step) => {
    const [key = '', ...modifiers] = step.split('+').reverse()
    // Beside others a letter is written as it stands on its key.
    const shown = modifiers.length > 0 && key.length === 1 ? key.toUpperCase() : key
    return [...modifiers.reverse(), shown].map((each) => keyWord(i18n, each, isApple))
  })
}

/** In one line: `⌘K`, `Ctrl+K`, `G then L`. */
export function chordWords(i18n: I18n, chord: Chord, isApple: boolean): string {
  const [first = '', second] = chordKeys(i18n, chord, isApple).map((keys) => keys.join(isApple ? '' : '+'))
  return second === undefined ? first : i18n.t('keyboard.then', { first, second })
}

function keyWord({ t }: I18n, key: string, isApple: boolean): string {
  switch (key) {
    case 'Mod':
      return isApple ? '⌘' : t('keyboard.key.control')
    case 'Shift':
      return isApple ? '⇧' : t('keyboard.key.shift')
    case 'ArrowDown':
      return '↓'
    case 'ArrowUp':
      return '↑'
    case 'Enter':
      return t('keyboard.key.enter')
    case 'Escape':
      return t('keyboard.key.escape')
    case 'Delete':
      return t('keyboard.key.delete')
    case 'Home':
      return t('keyboard.key.home')
    case 'End':
      return t('keyboard.key.end')
    default:
      return key
  }
}

/** One key after the other cannot be said there. @returns undefined where nothing can be said */
export function ariaKeys(chords: readonly Chord[], isApple: boolean): string | undefined {
  const said = chords
    .filter(({ keys }) => !keys.includes(' '))
    .map(({ keys }) => keys.replace('Mod', isApple ? 'Meta' : 'Control'))
  return said.length === 0 ? undefined : said.join(' ')
}
