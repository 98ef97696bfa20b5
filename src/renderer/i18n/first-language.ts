/** The language that a window opens in, before the engine has said which one is chosen. */
import { type Language, languages } from '../../i18n/languages.ts'

/** @param kept of the last window; null where nothing is known */
export function firstLanguage(kept: string | null): Language | 'system' {
  return languages.find((language) => language === kept) ?? 'system'
}
