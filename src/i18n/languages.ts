/** The languages that Tocsin speaks, and which of them a reader gets. */

/** `ar-XB` is no language: English from right to left, to see that every screen stands it. */
export const languages = ['en', 'de', 'zh', 'ar-XB'] as const
export type Language = (typeof languages)[number]

/** What `system` stands for: the first of the reader's languages that Tocsin speaks, else English. */
export function pickLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.slice(0, 2).toLowerCase())
  return languages.find((language) => language === spoken.find((each) => isSpoken(each))) ?? 'en'
}

const isSpoken = (tag: string): boolean => tag === 'en' || tag === 'de' || tag === 'zh'

/**
 * The locale in which dates and numbers are written: the reader's own of that language where there is one, since the
 * words around them are of that language.
 * @param preferred as browsers and Electron give them, best first (BCP 47)
 */
export function pickLocale(language: Language, preferred: readonly string[]): string {
  if (language === 'ar-XB') return 'en-GB'
  const own = preferred.find((tag) => isOf(language, tag) && isLanguageTag(tag))
  return own ?? { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' }[language]
}

// Traditional characters beside simplified ones would look wrong.
const isOf = (language: Language, tag: string): boolean =>
  new RegExp(`^${language}\\b`, 'i').test(tag) && !/^zh-(hant|tw|hk|mo)\b/i.test(tag)

/** With the POSIX locale Chromium calls its language `en-US@posix`, which `Intl` refuses by throwing. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar-XB' ? 'rtl' : 'ltr')
