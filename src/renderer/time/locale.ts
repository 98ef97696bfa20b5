/** The locale in which times are written: the reader's own English, since the words around them are English. */
export function pickLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en\b/i.test(language)) ?? 'en-GB'
}

export const locale = pickLocale(typeof navigator === 'undefined' ? [] : navigator.languages)
