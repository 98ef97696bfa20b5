/** Why no toasts are shown, and until when, as time passes; null while they are shown. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { useTicking } from '../time/ticker-context.tsx'
import { quietWords } from './do-not-disturb-words.ts'

export function useQuietWords(): string | null {
  const i18n = useI18n()
  const view = useWindowState(({ engine }) => engine?.doNotDisturb ?? null)
  const words = useTicking((nowMs) => (view === null ? '' : quietWords(i18n, view, nowMs)))
  return words === '' ? null : words
}
