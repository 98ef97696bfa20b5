/** The language that the engine speaks: in the log, in toasts, in refusals, and for the host's tray and dialogs. */
import type { Settings } from '../contract/settings-table.ts'
import type { Catalogue } from '../i18n/catalogue.ts'
import { createI18n, type I18n } from '../i18n/create-i18n.ts'
import { de } from '../i18n/de.ts'
import { en } from '../i18n/en.ts'
import { type Language, pickLanguage, pickLocale } from '../i18n/languages.ts'
import { zh } from '../i18n/zh.ts'

export type EngineLanguageDeps = {
  /** The reader's languages, best first (BCP 47); asked when another is chosen. */
  preferred(): readonly string[]
  /** The setting; asked each time. */
  chosen(): Settings['language']
}

const catalogues: Readonly<Record<Language, Catalogue>> = { en, de, zh, 'ar-XB': en }

/** @returns the language of now, at no cost while it stays the same */
export function createEngineLanguage({ preferred, chosen }: EngineLanguageDeps): () => I18n {
  const made = new Map<string, I18n>()
  let current: { readonly wish: Settings['language']; readonly i18n: I18n } | null = null

  function speak(wish: Settings['language']): I18n {
    const tags = preferred()
    const language = wish === 'system' ? pickLanguage(tags) : wish
    const locale = pickLocale(language, tags)
    const key = `${language} ${locale}`
    const i18n = made.get(key) ?? createI18n(language, locale, catalogues[language])
    made.set(key, i18n)
    return i18n
  }

  return () => {
    const wish = chosen()
    if (current?.wish !== wish) current = { wish, i18n: speak(wish) }
    return current.i18n
  }
}
