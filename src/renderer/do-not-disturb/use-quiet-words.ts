/** Why no toasts are shown, and until when, as time passes; null while they are shown. */
import { useWindowState } from '../store/store-context.tsx'
import { useTicking } from '../time/ticker-context.tsx'
import { quietWords } from './do-not-disturb-words.ts'

export function useQuietWords(): string | null {
  const view = useWindowState(({ engine }) => engine?.doNotDisturb ?? null)
  const words = useTicking((nowMs) => (view === null ? '' : quietWords(view, nowMs)))
  return words === '' ? null : words
}
