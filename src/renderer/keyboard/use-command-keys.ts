/** The keys of a command, as the reader's keyboard has them. */
import { commandOf } from '../commands/all-commands.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { ariaKeys, chordWords } from './chord-words.ts'

export const useIsApple = (): boolean =>
  useWindowState(({ engine }) => engine?.capabilities.platform === 'darwin')

export type CommandKeys = {
  /** Of the first chord, for a hint; empty where there is none. */
  readonly key: string
  readonly aria: string | undefined
}

export function useCommandKeys(id: string): CommandKeys {
  const i18n = useI18n()
  const isApple = useIsApple()
  const { chords } = commandOf(id)
  const [first] = chords
  return {
    key: first === undefined ? '' : chordWords(i18n, first, isApple),
    aria: ariaKeys(chords, isApple),
  }
}
