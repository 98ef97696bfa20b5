/** The locale in which times are written: the reader's own English, since the words around them are English. */
export function pickLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en\b/i.test(language) && isLanguageTag(language)) ?? 'en-GB'
}

/** With the POSIX locale Chromium calls its language `en-US@posix`, which `Intl` refuses by throwing. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0
  } catch {
    return false
  }
}

export const locale = pickLocale(typeof navigator === 'undefined' ? [] : navigator.languages)
